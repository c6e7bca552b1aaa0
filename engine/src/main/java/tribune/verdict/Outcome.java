package tribune.verdict;

/** What a check says of a decision. */
public enum Outcome {
  PASS,
  FAIL,
  NEEDS_EVIDENCE,
  NOT_APPLICABLE,
  ERROR
}
