package tribune.rulebase.cases;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleOutline;

/** Which rules fired, and which conditions held and failed, in cases that look at them. */
final class Sightings {
  private final Set<RuleOutline> fired = new HashSet<>();
  private final Set<Probes.Probe> held = new HashSet<>();
  private final Set<Probes.Probe> failed = new HashSet<>();

  private Sightings() {}

  /**
   * What is seen when these cases are run.
   *
   * @param watched the rules with those that watch them
   */
  static Sightings of(
      List<RuleCase> cases, RuleBase watched, List<RuleOutline> rules, Probes probes) {
    Sightings seen = new Sightings();
    for (RuleCase one : cases) {
      Map<String, Integer> matches = new HashMap<>();
      watched.evaluate(one.proposal(), one.asOf(), rule -> matches.merge(rule, 1, Integer::sum));
      rules.stream()
          .filter(rule -> looksAt(one, rule) && matches.containsKey(rule.name()))
          .forEach(seen.fired::add);
      probes.probes().stream()
          .filter(probe -> looksAt(one, probe.rule()))
          .forEach(probe -> seen.add(probe, matches));
    }
    return seen;
  }

  boolean fired(RuleOutline rule) {
    return fired.contains(rule);
  }

  boolean held(Probes.Probe probe) {
    return held.contains(probe);
  }

  boolean failed(Probes.Probe probe) {
    return failed.contains(probe);
  }

  private void add(Probes.Probe probe, Map<String, Integer> matches) {
    int holding = matches.getOrDefault(probe.held(), 0);
    if (holding > 0) {
      held.add(probe);
    }
    if (matches.getOrDefault(probe.before(), 0) > holding) {
      failed.add(probe);
    }
  }

  /** Whether the case tells something of the rule: a case of its check, or any of a derivation. */
  static boolean looksAt(RuleCase one, RuleOutline rule) {
    return rule.check().map(it -> it.text().equals(one.expected().check())).orElse(true);
  }
}
