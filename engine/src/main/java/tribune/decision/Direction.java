package tribune.decision;

/** Which way something moves. */
public enum Direction {
  NEGATIVE,
  NEUTRAL,
  POSITIVE
}
