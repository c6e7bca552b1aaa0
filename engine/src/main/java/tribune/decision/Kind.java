package tribune.decision;

/** What sort of business choice a decision is. */
public enum Kind {
  POLICY,
  INVESTMENT,
  PROCESS,
  PRODUCT,
  PRICING,
  COMMUNICATION
}
