package tribune.decision;

/** Through whose eyes a gap is stated. */
public enum Viewpoint {
  CUSTOMER,
  COMPANY,
  COMPETITOR
}
