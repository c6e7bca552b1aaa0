package tribune.rulebase.analysis;

import java.util.List;
import tribune.document.Diagnostic;
import tribune.rulebase.Check;
import tribune.rulebase.Facet;
import tribune.rulebase.RuleBaseCode;
import tribune.rulebase.cases.RuleCase;
import tribune.verdict.CheckId;
import tribune.verdict.Outcome;

/** Checks that no case shows at work: none expects a FAIL, or a question where it only asks. */
final class NeverTripped implements Finder {

  @Override
  public List<Diagnostic> find(Written rules) {
    return rules.checks().stream()
        .filter(check -> CheckId.isWellFormed(check.value().id()))
        .filter(check -> rules.cases().stream().noneMatch(it -> trips(it, check.value(), rules)))
        .map(check -> diagnostic(check, trip(check.value(), rules)))
        .toList();
  }

  private static boolean trips(RuleCase one, Check check, Written rules) {
    return one.expected().check().equals(check.id())
        && one.expected().outcome() == trip(check, rules);
  }

  private static Outcome trip(Check check, Written rules) {
    return rules.rules(check.checkId(), Facet.FAILS).isEmpty()
        ? Outcome.NEEDS_EVIDENCE
        : Outcome.FAIL;
  }

  private static Diagnostic diagnostic(Placed<Check> check, Outcome trip) {
    String id = check.value().id();
    return check
        .diagnostic(RuleBaseCode.NEVER_TRIPPED, "id", "no case shows " + id + " as " + trip)
        .note("add one to a *.cases.yaml: `check: " + id + "`, `outcome: " + trip + "`");
  }
}
