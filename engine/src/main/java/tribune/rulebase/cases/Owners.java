package tribune.rulebase.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tribune.rulebase.Check;
import tribune.rulebase.Facet;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleOutline;
import tribune.rulebase.cases.Coverage.Owner;
import tribune.rulebase.cases.Coverage.Side;
import tribune.rulebase.cases.Coverage.Tally;
import tribune.rulebase.cases.Coverage.Watched;
import tribune.verdict.CheckId;

/** Shares out what is exercised among the checks and the derivations. */
final class Owners {
  private static final String DERIVATIONS = "derivations";
  private static final String DERIVE = "derive";

  private final Predicate<RuleOutline> fired;
  private final List<Watched> watched;

  private Owners(Predicate<RuleOutline> fired, List<Watched> watched) {
    this.fired = fired;
    this.watched = watched;
  }

  /** One for each check with rules among these, by id, and one for derivations if there are any. */
  static List<Owner> of(
      RuleBase rules,
      List<RuleCase> cases,
      Set<CheckId> checks,
      List<RuleOutline> outlines,
      Predicate<RuleOutline> fired,
      List<Watched> watched) {
    Owners share = new Owners(fired, watched);
    List<Owner> owners = new ArrayList<>();
    for (Check check : rules.catalogue().checks()) {
      List<RuleOutline> own = rulesOf(Optional.of(check.checkId()), outlines);
      if (!own.isEmpty() && (checks.isEmpty() || checks.contains(check.checkId()))) {
        owners.add(share.owner(check.id(), outcomes(check, cases), own));
      }
    }
    List<RuleOutline> derivations = rulesOf(Optional.empty(), outlines);
    if (!derivations.isEmpty()) {
      owners.add(share.owner(DERIVATIONS, new Tally(0, 0), derivations));
    }
    return owners;
  }

  private static List<RuleOutline> rulesOf(Optional<CheckId> check, List<RuleOutline> outlines) {
    return outlines.stream().filter(it -> it.check().equals(check)).toList();
  }

  private static Tally outcomes(Check check, List<RuleCase> cases) {
    return Tally.of(
        Coverage.expectedOutcomes(check).stream()
            .map(
                outcome ->
                    cases.stream()
                        .map(RuleCase::expected)
                        .anyMatch(it -> it.check().equals(check.id()) && it.outcome() == outcome)));
  }

  private Owner owner(String name, Tally outcomes, List<RuleOutline> rules) {
    Map<String, Tally> facets = new LinkedHashMap<>();
    for (Facet facet : Facet.values()) {
      facets.put(facet.words(), tally(rules, rule -> rule.facet().equals(Optional.of(facet))));
    }
    facets.put(DERIVE, tally(rules, rule -> rule.facet().isEmpty()));
    facets.values().removeIf(it -> it.all() == 0);
    Tally conditions = new Tally(0, 0);
    for (Watched condition : watched) {
      if (rules.stream().anyMatch(rule -> rule.name().equals(condition.rule()))) {
        conditions = conditions.and(tally(condition));
      }
    }
    return new Owner(name, outcomes, facets, conditions);
  }

  private Tally tally(List<RuleOutline> rules, Predicate<RuleOutline> wanted) {
    return Tally.of(rules.stream().filter(wanted).map(fired::test));
  }

  private static Tally tally(Watched condition) {
    int isTrue = condition.seen().contains(Side.TRUE) ? 1 : 0;
    int isFalse = condition.seen().contains(Side.FALSE) ? 1 : 0;
    return condition.reason().isPresent()
        ? new Tally(isTrue, 1)
        : new Tally(isTrue + isFalse, Side.values().length);
  }
}
