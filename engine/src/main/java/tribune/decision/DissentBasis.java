package tribune.decision;

/** On what grounds somebody disagreed. */
public enum DissentBasis {
  CUSTOMER,
  FINANCE,
  LEGAL,
  TECH
}
