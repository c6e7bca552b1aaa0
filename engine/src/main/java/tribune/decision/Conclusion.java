package tribune.decision;

/** What a piece of evidence says about the decision. */
public enum Conclusion {
  SUPPORTS,
  OPPOSES,
  MIXED,
  NEUTRAL
}
