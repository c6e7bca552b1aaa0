package tribune.rulebase.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tribune.document.Diagnostic;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleOutline;

/**
 * What came of running test cases.
 *
 * @param cases how many were run
 * @param failures one for each case that does not hold, at its name, in the order of the cases
 * @param fired by check, the rules that fired in its cases
 */
public record CaseRun(int cases, List<Diagnostic> failures, Map<String, Set<String>> fired) {
  public CaseRun {
    failures = List.copyOf(failures);
    fired = Map.copyOf(fired);
  }

  /** Runs each case on these rules, in one thread. */
  public static CaseRun of(List<RuleCase> cases, RuleBase rules) {
    List<Diagnostic> failures = new ArrayList<>();
    Map<String, Set<String>> fired = new HashMap<>();
    for (RuleCase one : cases) {
      Set<String> here = fired.computeIfAbsent(one.expected().check(), it -> new HashSet<>());
      List<String> differences = one.run(rules, here::add);
      if (!differences.isEmpty()) {
        failures.add(failure(one, differences));
      }
    }
    return new CaseRun(cases.size(), failures, fired);
  }

  public boolean holds() {
    return failures.isEmpty();
  }

  /** Whether the rule fired in a case that looks at it. */
  boolean fired(RuleOutline rule) {
    return rule.check()
        .map(check -> fired.getOrDefault(check.text(), Set.of()).contains(rule.name()))
        .orElseGet(() -> fired.values().stream().anyMatch(it -> it.contains(rule.name())));
  }

  public int passed() {
    return cases - failures.size();
  }

  private static Diagnostic failure(RuleCase one, List<String> differences) {
    String check = one.expected().check();
    String message = check + " does not answer as the case says: " + one.expected().name();
    Diagnostic failure = Diagnostic.of(CaseCode.CASE_FAILS, one.source(), message).at(one.place());
    for (String difference : differences) {
      failure = failure.note(difference);
    }
    return failure;
  }
}
