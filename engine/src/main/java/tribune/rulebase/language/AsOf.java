package tribune.rulebase.language;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * The day on which the audit stands: the day the proposal was submitted, or the day of the audit
 * where it does not say. Rules have no other clock.
 */
public record AsOf(LocalDate date) {
  public AsOf {
    requireNonNull(date, "date");
  }
}
