package tribune.decision;

/** What staff and sponsors are paid for. */
public enum IncentiveBasis {
  NONE,
  CUSTOMER_OUTCOME,
  MIXED,
  VOLUME_ONLY
}
