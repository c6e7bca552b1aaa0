package tribune.rulebase.analysis;

import java.util.List;
import java.util.stream.Stream;
import tribune.document.Diagnostic;
import tribune.rulebase.Check;
import tribune.rulebase.Facet;
import tribune.rulebase.RuleBaseCode;
import tribune.rulebase.RuleOutline;
import tribune.verdict.CheckId;

/** {@code fails} rules that never count, as the check asks for evidence whenever they match. */
final class HiddenFails implements Finder {

  @Override
  public List<Diagnostic> find(Written rules) {
    FactKinds.Numbers numbers = FactKinds.Numbers.AS_TODAY;
    return rules.catalogue().checks().stream()
        .map(Check::checkId)
        .flatMap(check -> hidden(check, rules, numbers))
        .toList();
  }

  private static Stream<Diagnostic> hidden(
      CheckId check, Written rules, FactKinds.Numbers numbers) {
    List<RuleOutline> needs = rules.rules(check, Facet.NEEDS_EVIDENCE);
    return rules.rules(check, Facet.FAILS).stream()
        .filter(fails -> !rules.neverMatches(fails, numbers))
        .flatMap(
            fails ->
                needs.stream()
                    .filter(it -> rules.implies(fails, it, numbers))
                    .limit(1)
                    .map(it -> diagnostic(fails, it)));
  }

  private static Diagnostic diagnostic(RuleOutline fails, RuleOutline needs) {
    return Said.of(fails, RuleBaseCode.HIDDEN_FAIL, "`" + fails.name() + "` never counts")
        .note("whenever it matches, `" + needs.name() + "` matches too, and needs outranks fails")
        .note("let the `needs` rule match only where the missing fact could change the outcome");
  }
}
