package tribune.decision;

/** What part the people of a segment have in buying and using. */
public enum BuyerRole {
  DECIDER,
  PAYER,
  USER,
  INFLUENCER,
  BENEFICIARY
}
