package tribune.schema;

/** How a number is written and what it counts; one way for each kind, so that none is ambiguous. */
public enum Unit {
  /** A part of a whole, written {@code 35%}, from 0% to 100%; held as a fraction (0.35). */
  SHARE,
  /** A relative change, written {@code 60%} or {@code -12.5%}; held as a fraction (0.6). */
  CHANGE,
  /** A number of days, written {@code 90 days}. */
  DAYS,
  /** A number of calendar months, written {@code 12 months}. */
  MONTHS,
  /** A plain number, written {@code 384} or {@code 2.5}. */
  PLAIN
}
