package tribune.decision;

/** How firmly a fact is known. */
public enum Standing {
  /** A source says so. */
  REPORTED,
  /** It follows from what sources say. */
  INFERRED,
  /** Somebody's judgement. */
  ASSUMED
}
