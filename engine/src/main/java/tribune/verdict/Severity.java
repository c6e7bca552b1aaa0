package tribune.verdict;

/** How much a FAIL of a check weighs, heaviest first. */
public enum Severity {
  BLOCKER,
  MAJOR,
  MINOR,
  ADVISORY
}
