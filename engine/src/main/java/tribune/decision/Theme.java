package tribune.decision;

/** What customers were asked to talk about. */
public enum Theme {
  FRUSTRATION,
  DELIGHT
}
