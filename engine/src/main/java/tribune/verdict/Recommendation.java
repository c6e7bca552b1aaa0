package tribune.verdict;

import static tribune.verdict.Outcome.ERROR;
import static tribune.verdict.Outcome.FAIL;
import static tribune.verdict.Outcome.NEEDS_EVIDENCE;
import static tribune.verdict.Severity.BLOCKER;
import static tribune.verdict.Severity.MAJOR;
import static tribune.verdict.Severity.MINOR;

import java.util.Collection;
import java.util.function.Predicate;

/**
 * What the engine advises the board to do. The constants are the verdict table, top to bottom: the
 * first whose condition holds is the recommendation. This is the only place where findings become a
 * verdict.
 */
public enum Recommendation {
  NONE(
      Verdict.ERROR,
      "any ERROR, or no check at all",
      "no verdict: fix the rule base",
      findings -> findings.isEmpty() || anyOf(findings, ERROR)),
  REJECT(Verdict.FAIL, "any BLOCKER FAIL", "reject", any(FAIL, BLOCKER)),
  REVISE(Verdict.FAIL, "any MAJOR FAIL", "revise", any(FAIL, MAJOR)),
  RETURN_FOR_EVIDENCE(
      Verdict.INCOMPLETE,
      "any BLOCKER or MAJOR NEEDS_EVIDENCE",
      "return for evidence",
      any(NEEDS_EVIDENCE, BLOCKER).or(any(NEEDS_EVIDENCE, MAJOR))),
  APPROVE_WITH_CONDITIONS(
      Verdict.PASS, "any MINOR FAIL", "approve with conditions", any(FAIL, MINOR)),
  APPROVE(Verdict.PASS, "otherwise", "approve", findings -> true);

  private final Verdict verdict;
  private final String condition;
  private final String advice;
  private final Predicate<Collection<Finding>> holds;

  Recommendation(
      Verdict verdict, String condition, String advice, Predicate<Collection<Finding>> holds) {
    this.verdict = verdict;
    this.condition = condition;
    this.advice = advice;
    this.holds = holds;
  }

  /** The recommendation for these findings, one for each check of the rule base. */
  public static Recommendation of(Collection<Finding> findings) {
    for (Recommendation row : values()) {
      if (row.holds.test(findings)) {
        return row;
      }
    }
    throw new AssertionError("the last row of the verdict table always holds");
  }

  public Verdict verdict() {
    return verdict;
  }

  /** When it holds, in the words of the verdict table. */
  public String condition() {
    return condition;
  }

  /** What the board is advised to do, in plain words. */
  public String advice() {
    return advice;
  }

  private static Predicate<Collection<Finding>> any(Outcome outcome, Severity severity) {
    return findings ->
        findings.stream().anyMatch(f -> f.outcome() == outcome && f.severity() == severity);
  }

  private static boolean anyOf(Collection<Finding> findings, Outcome outcome) {
    return findings.stream().anyMatch(f -> f.outcome() == outcome);
  }
}
