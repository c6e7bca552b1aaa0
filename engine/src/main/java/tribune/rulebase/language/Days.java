package tribune.rulebase.language;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Lengths of periods in whole days, for derivations. */
public final class Days {
  private Days() {}

  /** How many days a period has, its first and its last day included: June has 30. */
  public static Integer of(LocalDate first, LocalDate last) {
    return Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1);
  }
}
