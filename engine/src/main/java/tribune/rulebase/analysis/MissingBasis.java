package tribune.rulebase.analysis;

import java.util.List;
import tribune.document.Diagnostic;
import tribune.rulebase.Check;
import tribune.rulebase.RuleBaseCode;

/** Checks that name no phrase which their demand comes from. */
final class MissingBasis implements Finder {

  @Override
  public List<Diagnostic> find(Written rules) {
    return rules.checks().stream()
        .filter(check -> check.value().basis().isEmpty())
        .map(MissingBasis::diagnostic)
        .toList();
  }

  private static Diagnostic diagnostic(Placed<Check> check) {
    return check
        .diagnostic(
            RuleBaseCode.NO_BASIS, "id", check.value().id() + " does not say what it rests on")
        .note("add `basis: [{seed: FILE, phrase: the words}]`; what nobody said, nobody demands");
  }
}
