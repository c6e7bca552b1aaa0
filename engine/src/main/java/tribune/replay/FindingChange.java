package tribune.replay;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tribune.verdict.CheckId;
import tribune.verdict.Finding;
import tribune.verdict.Outcome;
import tribune.verdict.Severity;
import tribune.verdict.Verdict;

/**
 * One check that came out otherwise on another rule base: with another outcome or severity, or it
 * is a check of only one of the two and applies. Other reasons for the same outcome are no change.
 *
 * @param recorded what was found that day; empty if that rule base had no such check
 * @param now what the other rule base finds; empty if it has no such check
 */
public record FindingChange(CheckId check, Optional<Finding> recorded, Optional<Finding> now) {
  public FindingChange {
    requireNonNull(check, "check");
    requireNonNull(recorded, "recorded");
    requireNonNull(now, "now");
    if (recorded.isEmpty() && now.isEmpty()) {
      throw new IllegalArgumentException("no finding of " + check + " on either side");
    }
  }

  /** All changes between two audits of the same facts, in the order of the checks. */
  static List<FindingChange> between(List<Finding> recorded, List<Finding> now) {
    TreeMap<CheckId, Finding> before = byCheck(recorded);
    TreeMap<CheckId, Finding> after = byCheck(now);
    SortedSet<CheckId> checks = new TreeSet<>(before.keySet());
    checks.addAll(after.keySet());
    List<FindingChange> changes = new ArrayList<>();
    for (CheckId check : checks) {
      FindingChange pair =
          new FindingChange(
              check, Optional.ofNullable(before.get(check)), Optional.ofNullable(after.get(check)));
      if (pair.isChange()) {
        changes.add(pair);
      }
    }
    return List.copyOf(changes);
  }

  /** What it came out as that day; empty if there was no such check. */
  public Optional<Outcome> outcomeRecorded() {
    return recorded.map(Finding::outcome);
  }

  /** What it comes out as now; empty if there is no such check. */
  public Optional<Outcome> outcomeNow() {
    return now.map(Finding::outcome);
  }

  /** Whether one of these verdicts rests on the side of it that belongs to it. */
  boolean turns(Verdict before, Verdict after) {
    return recorded.filter(it -> carries(it, before)).isPresent()
        || now.filter(it -> carries(it, after)).isPresent();
  }

  private boolean isChange() {
    boolean sameOutcome =
        recorded.map(Finding::outcome).orElse(Outcome.NOT_APPLICABLE)
            == now.map(Finding::outcome).orElse(Outcome.NOT_APPLICABLE);
    boolean applies =
        now.or(() -> recorded).filter(it -> it.outcome() != Outcome.NOT_APPLICABLE).isPresent();
    return !sameOutcome || (applies && !sameSeverity());
  }

  private boolean sameSeverity() {
    return recorded.isEmpty() || now.isEmpty() || recorded.get().severity() == now.get().severity();
  }

  /** As the table of verdicts has it. */
  private static boolean carries(Finding finding, Verdict verdict) {
    boolean grave = finding.severity() == Severity.BLOCKER || finding.severity() == Severity.MAJOR;
    return switch (verdict) {
      case ERROR -> finding.outcome() == Outcome.ERROR;
      case FAIL -> grave && finding.outcome() == Outcome.FAIL;
      case INCOMPLETE -> grave && finding.outcome() == Outcome.NEEDS_EVIDENCE;
      case PASS -> false;
    };
  }

  private static TreeMap<CheckId, Finding> byCheck(List<Finding> findings) {
    TreeMap<CheckId, Finding> byCheck = new TreeMap<>();
    findings.forEach(finding -> byCheck.put(finding.check(), finding));
    return byCheck;
  }
}
