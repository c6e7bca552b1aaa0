package tribune.rulebase.cases;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tribune.rulebase.RuleOutline;

/** Which checks can tell that a derivation or a threshold was changed. */
final class Dependents {
  /** Without stakes of exactly one level, no check has a finding. */
  private static final String STAKES = "Stakes";

  private static final Pattern MADE = Pattern.compile("\\bnew\\s+([A-Z]\\w*)\\s*\\(");
  private static final Pattern NAMED = Pattern.compile("\\b([A-Z]\\w*)\\s*\\(");
  private static final Pattern THRESHOLD =
      Pattern.compile("\\bThreshold\\s*\\(\\s*id\\s*==\\s*[\"']([^\"']+)[\"']");

  private final List<RuleOutline> rules;

  Dependents(List<RuleOutline> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Ids of the checks that a mutant can make a difference to. */
  Set<String> of(Mutant mutant) {
    return mutant
        .check()
        .map(check -> Set.of(check.text()))
        .orElseGet(() -> reachedFrom(changed(mutant)));
  }

  private List<RuleOutline> changed(Mutant mutant) {
    return mutant.edit() instanceof Mutant.Moved moved
        ? rules.stream()
            .filter(it -> names(THRESHOLD, it.conditions().drl()).contains(moved.threshold()))
            .toList()
        : rules.stream().filter(it -> it.name().equals(mutant.where())).toList();
  }

  private Set<String> reachedFrom(List<RuleOutline> changed) {
    Set<String> checks = new TreeSet<>();
    Set<String> types = new HashSet<>();
    Deque<RuleOutline> open = new ArrayDeque<>(changed);
    while (!open.isEmpty()) {
      RuleOutline rule = open.pop();
      rule.check().ifPresent(check -> checks.add(check.text()));
      for (String type : names(MADE, rule.consequence())) {
        if (rule.check().isEmpty() && types.add(type)) {
          open.addAll(readersOf(type));
        }
      }
    }
    return checks;
  }

  private List<RuleOutline> readersOf(String type) {
    if (type.equals(STAKES)) {
      return rules;
    }
    List<RuleOutline> readers = new ArrayList<>();
    for (RuleOutline rule : rules) {
      if (names(NAMED, rule.conditions().drl()).contains(type)) {
        readers.add(rule);
      }
    }
    return readers;
  }

  private static Set<String> names(Pattern pattern, String drl) {
    Set<String> names = new HashSet<>();
    pattern.matcher(drl).results().map((MatchResult it) -> it.group(1)).forEach(names::add);
    return names;
  }
}
