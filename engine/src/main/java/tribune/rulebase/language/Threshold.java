package tribune.rulebase.language;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * A number that checks compare with, from thresholds.yaml.
 *
 * @param value shares and changes as fractions (10% is 0.1), everything else as it is counted
 * @param written as the rule base writes it, such as {@code 24 months}
 */
public record Threshold(String id, BigDecimal value, String written) {
  public Threshold {
    requireNonNull(id, "id");
    requireNonNull(value, "value");
    requireNonNull(written, "written");
  }

  /**
   * The value as a whole number, to compare with counts, days and months.
   *
   * @throws ArithmeticException if it is none
   */
  public Integer count() {
    return value.intValueExact();
  }
}
