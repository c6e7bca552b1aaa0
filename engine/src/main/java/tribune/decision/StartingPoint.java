package tribune.decision;

/** What the decision started from. */
public enum StartingPoint {
  CUSTOMER_NEED,
  CUSTOMER_COMPLAINT,
  REGULATORY_DUTY,
  PRODUCT,
  TECHNOLOGY,
  FINANCIAL_TARGET,
  COST_SAVING,
  INVESTOR_PRESSURE,
  COMPETITOR,
  EXECUTIVE_IDEA
}
