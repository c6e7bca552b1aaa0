package tribune.decision;

/** A measure of the relationship with customers, and the range its values have. */
public enum Metric {
  /** Net promoter score, -100 to 100. */
  NPS,
  /** Satisfaction, 1 to 5. */
  CSAT_5,
  /** Satisfied customers, 0 to 100 percent. */
  CSAT_PCT,
  /** Effort, 1 to 7. */
  CES_7,
  /** Lifetime value of a customer, in money. */
  CLTV,
  /** Customers lost in a month, 0 to 100 percent. */
  CHURN_PCT_MONTH,
  /** Customers kept over a year, 0 to 100 percent. */
  RETENTION_PCT_YEAR,
  /** Complaints per 1,000 customers. */
  COMPLAINTS_PER_1000,
  /** Minutes a customer needs for a task. */
  TASK_MINUTES
}
