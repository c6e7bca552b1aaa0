package tribune.rulebase.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.document.Diagnostic;
import tribune.rulebase.Facet;
import tribune.rulebase.RuleBaseCode;
import tribune.rulebase.RuleOutline;

/**
 * Pairs of {@code fails} rules that match in the very same situations: of one check, or of two.
 * Thresholds are told apart by their ids, since two may be equal today by chance.
 */
final class SameFails implements Finder {

  @Override
  public List<Diagnostic> find(Written rules) {
    FactKinds.Numbers numbers = FactKinds.Numbers.BY_ID;
    List<RuleOutline> fails =
        rules.rulesInPlay().stream()
            .filter(rule -> rule.facet().equals(Optional.of(Facet.FAILS)))
            .filter(rule -> !rules.neverMatches(rule, numbers))
            .toList();
    List<Diagnostic> found = new ArrayList<>();
    for (int later = 1; later < fails.size(); later++) {
      RuleOutline rule = fails.get(later);
      fails.subList(0, later).stream()
          .filter(it -> rules.implies(rule, it, numbers) && rules.implies(it, rule, numbers))
          .findFirst()
          .ifPresent(earlier -> found.add(diagnostic(rule, earlier)));
    }
    return found;
  }

  private static Diagnostic diagnostic(RuleOutline rule, RuleOutline earlier) {
    return Said.of(
            rule,
            RuleBaseCode.SAME_FAILS,
            "`" + rule.name() + "` fails exactly where `" + earlier.name() + "` does")
        .note("it stands in " + earlier.source().name() + ":" + earlier.place().line())
        .note("leave one of them out, or say in their conditions how they differ");
  }
}
