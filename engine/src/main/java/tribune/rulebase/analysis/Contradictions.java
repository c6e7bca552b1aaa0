package tribune.rulebase.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tribune.document.Diagnostic;
import tribune.document.Place;
import tribune.rulebase.Facet;
import tribune.rulebase.RuleBaseCode;
import tribune.rulebase.RuleOutline;
import tribune.rulebase.logic.Formula;
import tribune.rulebase.logic.Possibility;

/** Rules whose conditions, with those of the rule they extend, cannot hold together. */
final class Contradictions implements Finder {

  @Override
  public List<Diagnostic> find(Written rules) {
    FactKinds.Numbers numbers = FactKinds.Numbers.AS_TODAY;
    Set<String> never =
        rules.rulesInPlay().stream()
            .filter(rule -> rules.neverMatches(rule, numbers))
            .map(RuleOutline::name)
            .collect(Collectors.toSet());
    return rules.rulesInPlay().stream()
        .filter(
            rule -> never.contains(rule.name()) && rule.parent().filter(never::contains).isEmpty())
        .map(rule -> diagnostic(rule, rules.situations(rule, numbers)))
        .toList();
  }

  private static Diagnostic diagnostic(RuleOutline rule, List<Situation> situations) {
    Situation last = situations.get(situations.size() - 1);
    String message = "`" + rule.name() + "` can never match";
    Diagnostic found = Said.of(rule, RuleBaseCode.CONTRADICTION, message);
    Optional<Clash> clash = clash(last);
    Diagnostic placed = clash.map(it -> found.at(it.place()).label(it.words())).orElse(found);
    Diagnostic alternatives =
        situations.size() == 1 ? placed : placed.note("so it is with each of its alternatives");
    return rule.facet().equals(Optional.of(Facet.APPLIES))
        ? alternatives.note("so the check never applies; correct or leave out a condition")
        : alternatives.note("correct or leave out a condition, or the whole rule");
  }

  /** Two conditions that exclude each other. */
  private record Clash(Place place, String words) {}

  private static Optional<Clash> clash(Situation situation) {
    List<Situation.Stated> before = new ArrayList<>();
    for (Situation.Stated stated : situation.stated()) {
      before.add(stated);
      if (Possibility.excluded(formulas(before.stream()))) {
        return Optional.of(clash(before, stated));
      }
    }
    return situation
        .contradicted()
        .map(
            pattern ->
                new Clash(
                    pattern.place(),
                    "there is always such a " + pattern.type() + " where the rest holds"));
  }

  private static Clash clash(List<Situation.Stated> all, Situation.Stated last) {
    return all.subList(0, all.size() - 1).stream()
        .filter(it -> Possibility.excluded(formulas(Stream.of(it, last))))
        .findFirst()
        .map(it -> new Clash(last.place(), "contradicts `" + it.words() + "`"))
        .orElseGet(() -> new Clash(last.place(), "contradicts the conditions before it"));
  }

  private static List<Formula> formulas(Stream<Situation.Stated> stated) {
    return stated.map(Situation.Stated::formula).toList();
  }
}
