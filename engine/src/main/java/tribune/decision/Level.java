package tribune.decision;

/** Low, medium or high. */
public enum Level {
  LOW,
  MEDIUM,
  HIGH
}
