package tribune.decision;

/** What the decision does, on balance, to most customers. */
public enum MajorityEffect {
  BETTER,
  NEUTRAL,
  WORSE
}
