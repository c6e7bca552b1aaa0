package tribune.rulebase.meaning;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tribune.rulebase.drl.Clause;
import tribune.rulebase.drl.Expression;
import tribune.rulebase.drl.RuleTree;
import tribune.rulebase.drl.Token;

/** Goes through the conditions of a rule in their order, and then through its consequence. */
final class RuleSorts {
  private static final List<String> FUNCTIONS =
      List.of(
          "average",
          "collectList",
          "collectSet",
          "count",
          "max",
          "min",
          "standardDeviation",
          "sum",
          "sumBD",
          "sumBI",
          "sumI",
          "sumL",
          "variance",
          "avg",
          "countIf",
          "minI",
          "minL",
          "maxI",
          "maxL",
          "maxN",
          "minN",
          "averageBD",
          "sumD");

  private final KnownTypes types;
  private final Found found;

  RuleSorts(KnownTypes types, Found found) {
    this.types = types;
    this.found = found;
  }

  /** Looks at the conditions; what they bind is known afterwards. */
  void conditions(RuleTree rule, Variables variables) {
    if (rule.conditions().isEmpty()) {
      variables.open();
      return;
    }
    if (!rule.form().isEmpty()) {
      variables.open();
    }
    expectBindings(rule.parts().conditions(), variables);
    rule.conditions().get().forEach(clause -> clause(clause, variables));
  }

  private static void expectBindings(List<Token> conditions, Variables variables) {
    for (int index = 1; index < conditions.size(); index++) {
      Token before = conditions.get(index - 1);
      boolean binds = conditions.get(index).is(":") || conditions.get(index).is(":=");
      if (binds && before.isVariable()) {
        variables.expect(before.text());
      }
    }
  }

  void consequence(RuleTree rule, Variables variables) {
    if (!rule.rest().isEmpty()) {
      variables.open();
    }
    ExpressionSorts sorts = new ExpressionSorts(types, found, variables, Optional.empty());
    rule.statements().forEach(sorts::sort);
  }

  private void clause(Clause clause, Variables variables) {
    if (clause instanceof Clause.Pattern pattern) {
      pattern(pattern, variables);
    } else if (clause instanceof Clause.Several several) {
      several(several, variables);
    } else if (clause instanceof Clause.Accumulation accumulation) {
      accumulation(accumulation, variables);
    }
  }

  private void several(Clause.Several several, Variables variables) {
    Variables inner = several.isOpen() ? variables : variables.copy();
    several.parts().forEach(part -> clause(part, inner));
    if (!several.isOpen()) {
      inner.names().stream()
          .filter(name -> variables.sort(name).isEmpty())
          .forEach(
              name ->
                  variables.explain(
                      name,
                      "it is bound inside of `"
                          + several.word()
                          + "`, and nothing bound there is known outside"));
    }
  }

  private void accumulation(Clause.Accumulation accumulation, Variables variables) {
    Variables inner = variables.copy();
    clause(accumulation.input(), inner);
    inner.names().stream()
        .filter(name -> variables.sort(name).isEmpty())
        .forEach(
            name ->
                variables.explain(
                    name,
                    "it is bound inside of `accumulate`; outside only its results are known"));
    ExpressionSorts sorts = new ExpressionSorts(types, found, inner, Optional.empty());
    for (Clause.Result result : accumulation.results()) {
      result.arguments().forEach(sorts::sort);
      Token function = result.function();
      if (!FUNCTIONS.contains(function.text())) {
        found.unknown(
            MeaningCode.UNKNOWN_METHOD,
            function,
            "`accumulate` has no function " + function.text(),
            "it has",
            FUNCTIONS.subList(0, 8));
      }
      Sort sort = function.is("count") ? Sort.of(Long.class) : Sort.Special.UNKNOWN;
      result.variable().ifPresent(name -> variables.bind(name.text(), sort));
    }
    ExpressionSorts after = new ExpressionSorts(types, found, variables, Optional.empty());
    accumulation.constraints().forEach(after::condition);
  }

  private void pattern(Clause.Pattern pattern, Variables variables) {
    pattern.inner().forEach(inner -> clause(inner, variables.copy()));
    pattern
        .source()
        .ifPresent(
            source -> new ExpressionSorts(types, found, variables, Optional.empty()).sort(source));
    Sort fact = fact(pattern);
    pattern.variable().ifPresent(name -> variables.bind(name.text(), fact));
    refuseSecondBindings(pattern);
    ExpressionSorts sorts = new ExpressionSorts(types, found, variables, Optional.of(fact));
    pattern.constraints().forEach(sorts::condition);
  }

  private Sort fact(Clause.Pattern pattern) {
    Optional<Sort> fact = types.sort(pattern.type());
    Token name = pattern.simpleType();
    if (fact.isEmpty()) {
      found.unknown(
          MeaningCode.UNKNOWN_TYPE,
          name,
          "there are no facts of type " + name.text(),
          "there are",
          types.facts());
    } else if (fact.get() instanceof Sort.Java java && KnownTypes.isNeverFact(java.raw())) {
      found.unknown(
          MeaningCode.NO_FACT,
          name,
          name.text() + " is no fact, so this never matches",
          "there are facts of type",
          types.facts());
    }
    return fact.orElse(Sort.Special.UNKNOWN);
  }

  private void refuseSecondBindings(Clause.Pattern pattern) {
    Set<String> bound = new HashSet<>();
    pattern.variable().ifPresent(it -> bound.add(it.text()));
    for (Expression constraint : pattern.constraints()) {
      Expression first =
          constraint instanceof Expression.Operation operation ? operation.left() : constraint;
      if (first instanceof Expression.Binding binding && !bound.add(binding.variable().text())) {
        found.add(
            MeaningCode.BOUND_TWICE,
            binding.variable(),
            "this pattern binds " + binding.variable().text() + " twice",
            "give one of them another name");
      }
    }
  }
}
