package tribune.decision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A measure of the relationship with customers, and the range its values have. */
public enum Metric {
  /** Net promoter score. */
  NPS("-100", "100"),
  /** Satisfaction on a scale of five. */
  CSAT_5("1", "5"),
  /** Satisfied customers, in percent. */
  CSAT_PCT("0", "100"),
  /** Effort on a scale of seven, 7 being the most. */
  CES_7("1", "7"),
  /** Lifetime value of a customer, in money. */
  CLTV("0", null),
  /** Customers lost in a month, in percent. */
  CHURN_PCT_MONTH("0", "100"),
  /** Customers kept over a year, in percent. */
  RETENTION_PCT_YEAR("0", "100"),
  /** Complaints per 1,000 customers. */
  COMPLAINTS_PER_1000("0", null),
  /** Minutes a customer needs for a task. */
  TASK_MINUTES("0", null);

  private final BigDecimal min;
  private final @Nullable BigDecimal max;

  Metric(String min, @Nullable String max) {
    this.min = new BigDecimal(min);
    this.max = max == null ? null : new BigDecimal(max);
  }

  /** Whether the metric can have this value. */
  public boolean admits(BigDecimal value) {
    return value.compareTo(min) >= 0 && (max == null || value.compareTo(max) <= 0);
  }

  /** Its range in words, such as {@code from -100 to 100}. */
  public String range() {
    return max == null ? "from " + min + " up" : "from " + min + " to " + max;
  }
}
