package tribune.decision;

/** What the decision does to the customers of a segment. */
public enum Effect {
  MUCH_WORSE,
  WORSE,
  NEUTRAL,
  BETTER,
  MUCH_BETTER
}
