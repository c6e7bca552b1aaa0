package tribune.rulebase;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/**
 * Rules that are ready to fire, and what has to be known of them. Immutable and safe for use by
 * several threads.
 *
 * @param names what the name of each rule says, by the name
 * @param budget how much one evaluation may use
 */
record ReadyRules(
    Catalogue catalogue,
    RuleIndex index,
    Map<String, RuleName> names,
    KieBase rules,
    Budget budget) {
  ReadyRules {
    requireNonNull(catalogue, "catalogue");
    requireNonNull(index, "index");
    names = Map.copyOf(names);
    requireNonNull(rules, "rules");
    requireNonNull(budget, "budget");
  }

  static ReadyRules of(Catalogue catalogue, CompiledRules compiled, Budget budget) {
    return of(
        catalogue, compiled.index(), compiled.instantiate(), RuleSelection.of(catalogue), budget);
  }

  /** Those of the compiled rules that are selected. */
  static ReadyRules of(
      Catalogue catalogue,
      RuleIndex index,
      List<Model> models,
      RuleSelection selection,
      Budget budget) {
    Map<String, RuleName> names =
        index.byName().keySet().stream()
            .flatMap(name -> RuleName.parse(name).stream())
            .collect(toMap(RuleName::text, name -> name));
    List<Model> inPlay =
        models.stream().<Model>map(model -> new RulesInPlay(model, selection, names)).toList();
    return new ReadyRules(
        catalogue,
        index,
        names,
        MeteredJoins.in(KieBaseBuilder.createKieBaseFromModel(inPlay)),
        budget);
  }

  /** The same rules with other thresholds. */
  ReadyRules with(Catalogue changed) {
    return new ReadyRules(changed, index, names, rules, budget);
  }
}
