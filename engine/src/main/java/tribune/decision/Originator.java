package tribune.decision;

/** Who first asked for the decision. */
public enum Originator {
  CUSTOMER,
  FRONTLINE,
  TEAM,
  EXEC,
  INVESTOR,
  REGULATOR
}
