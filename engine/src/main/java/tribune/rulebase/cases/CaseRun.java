package tribune.rulebase.cases;

import java.util.ArrayList;
import java.util.List;
import tribune.document.Diagnostic;
import tribune.rulebase.RuleBase;

/**
 * What came of running test cases.
 *
 * @param cases how many were run
 * @param failures one for each case that does not hold, at its name, in the order of the cases
 */
public record CaseRun(int cases, List<Diagnostic> failures) {
  public CaseRun {
    failures = List.copyOf(failures);
  }

  /** Runs each case on these rules, in one thread. */
  public static CaseRun of(List<RuleCase> cases, RuleBase rules) {
    List<Diagnostic> failures = new ArrayList<>();
    for (RuleCase one : cases) {
      List<String> differences = one.run(rules);
      if (!differences.isEmpty()) {
        failures.add(failure(one, differences));
      }
    }
    return new CaseRun(cases.size(), failures);
  }

  public boolean holds() {
    return failures.isEmpty();
  }

  public int passed() {
    return cases - failures.size();
  }

  private static Diagnostic failure(RuleCase one, List<String> differences) {
    String check = one.expected().check();
    String message = check + " does not answer as the case says: " + one.expected().name();
    Diagnostic failure =
        Diagnostic.of(CaseCode.CASE_FAILS, one.source(), message).at(one.place());
    for (String difference : differences) {
      failure = failure.note(difference);
    }
    return failure;
  }
}
