package tribune.rulebase.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tribune.document.Diagnostic;
import tribune.rulebase.Condition;
import tribune.rulebase.RuleBaseCode;
import tribune.rulebase.RuleOutline;

/** Rules that look for derived facts which no rule can derive. */
final class NeverDerived implements Finder {

  @Override
  public List<Diagnostic> find(Written rules) {
    Derivations derivations = new Derivations(rules);
    Set<String> never = new HashSet<>(derivations.types());
    never.removeAll(derivations.derivable(rules.kinds(FactKinds.Numbers.AS_TODAY)));
    List<Diagnostic> found = new ArrayList<>();
    for (RuleOutline rule : rules.rules()) {
      Set<String> seen = new HashSet<>();
      for (Condition.FactPattern pattern : Patterns.of(rule.conditions())) {
        String type = pattern.simpleType();
        if (never.contains(type) && seen.add(type)) {
          found.add(diagnostic(rule, pattern, derivations));
        }
      }
    }
    return found;
  }

  private static Diagnostic diagnostic(
      RuleOutline rule, Condition.FactPattern pattern, Derivations derivations) {
    String type = pattern.simpleType();
    List<String> deriving = derivations.deriving(type).stream().map(RuleOutline::name).toList();
    return Diagnostic.of(
            RuleBaseCode.NEVER_DERIVED,
            rule.source(),
            "`" + rule.name() + "` looks for " + type + ", which no rule derives")
        .at(Words.after(pattern.place(), type, rule.source()))
        .note(
            deriving.isEmpty()
                ? "write a rule `derive ...` with `insertLogical( new " + type + "( ... ) )`"
                : "`" + String.join("`, `", deriving) + "` can never match");
  }
}
