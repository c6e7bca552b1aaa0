package tribune.rulebase.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tribune.rulebase.Condition;
import tribune.rulebase.RuleOutline;
import tribune.rulebase.language.Stakes;

/** Which rules derive facts of which types, and which rules look at them. */
final class Derivations {
  private static final String STAKES = Stakes.class.getSimpleName();

  private final Written rules;
  private final Map<String, List<RuleOutline>> deriving = new HashMap<>();

  Derivations(Written rules) {
    this.rules = rules;
  }

  /** All types of which facts are derived rather than submitted. */
  Set<String> types() {
    Set<String> types = new TreeSet<>(rules.outlines().types().keySet());
    types.add(STAKES);
    return types;
  }

  /** The rules whose consequence makes such a fact. */
  List<RuleOutline> deriving(String type) {
    return deriving.computeIfAbsent(type, this::findDeriving);
  }

  private List<RuleOutline> findDeriving(String type) {
    Pattern made = Pattern.compile("\\bnew\\s+(?:\\w+\\.)*+" + Pattern.quote(type) + "\\s*\\(");
    return rules.rules().stream().filter(rule -> made.matcher(rule.consequence()).find()).toList();
  }

  /** The derived types that a rule looks at. */
  Set<String> read(RuleOutline rule) {
    Set<String> types = types();
    return Patterns.of(rule.conditions()).stream()
        .map(Condition.FactPattern::simpleType)
        .filter(types::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Types of which some rule can derive a fact, as far as is known. */
  Set<String> derivable(FactKinds kinds) {
    Set<String> possible = new HashSet<>();
    Set<String> left = new HashSet<>(types());
    left.removeIf(type -> deriving(type).isEmpty());
    int before = -1;
    while (possible.size() > before) {
      before = possible.size();
      for (String type : left) {
        if (deriving(type).stream().anyMatch(rule -> canMatch(rule, possible, kinds))) {
          possible.add(type);
        }
      }
    }
    return possible;
  }

  private boolean canMatch(RuleOutline rule, Set<String> possible, FactKinds kinds) {
    return rules.alternatives(rule).stream()
        .anyMatch(
            literals ->
                literals.stream().allMatch(it -> canHold(it, possible))
                    && !Situation.of(literals, kinds).isImpossible());
  }

  private boolean canHold(Literal literal, Set<String> possible) {
    if (!(literal instanceof Literal.Present present)) {
      return true;
    }
    String type = present.pattern().simpleType();
    return !types().contains(type) || possible.contains(type);
  }

  /** Types that a check looks at, directly or through what is derived from them. */
  Set<String> useful() {
    Set<String> useful = new HashSet<>(Set.of(STAKES));
    rules.rules().stream()
        .filter(rule -> rule.check().isPresent())
        .forEach(rule -> useful.addAll(read(rule)));
    int before = -1;
    while (useful.size() > before) {
      before = useful.size();
      for (String type : List.copyOf(useful)) {
        deriving(type).forEach(rule -> useful.addAll(read(rule)));
      }
    }
    return useful;
  }
}
