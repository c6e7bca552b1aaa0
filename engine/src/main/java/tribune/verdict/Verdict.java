package tribune.verdict;

/** The outcome of a whole audit. */
public enum Verdict {
  PASS,
  FAIL,
  INCOMPLETE,
  /** The rule base is at fault: there is no verdict on the decision. */
  ERROR
}
