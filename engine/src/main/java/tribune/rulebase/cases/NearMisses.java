package tribune.rulebase.cases;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tribune.document.Reading;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.Condition.Constraint;
import tribune.rulebase.Condition.FactPattern;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleOutline;
import tribune.rulebase.RuleVariants;
import tribune.rulebase.ThresholdTable;

/**
 * Which thresholds have a case just below them, at them and just above them: nearer than one of
 * their last digit. Only comparisons that a constraint makes with the variable of a threshold are
 * seen; what is added up before it is compared is not.
 */
public final class NearMisses {
  private static final Pattern ID = Pattern.compile("id\\s*==\\s*[\"']([^\"']+)[\"']");
  private static final Pattern BINDING = Pattern.compile("(\\$\\w+)\\s*:\\s*(value|count)");

  private final Map<String, ThresholdTable.Entry> thresholds = new TreeMap<>();
  private final Map<String, RuleOutline> watchers = new LinkedHashMap<>();
  private final Map<String, Watch> watches = new HashMap<>();
  private final Map<String, Set<Nearness>> compared = new TreeMap<>();

  private NearMisses(List<ThresholdTable.Entry> entries) {
    entries.forEach(it -> thresholds.put(it.id(), it));
  }

  /** Where a value stands that is compared with a threshold. */
  public enum Nearness {
    BELOW,
    AT,
    ABOVE
  }

  /**
   * A threshold that rules compare with.
   *
   * @param seen how near values of cases are to it
   */
  public record OfThreshold(ThresholdTable.Entry threshold, Set<Nearness> seen) {
    public OfThreshold {
      seen = Set.copyOf(seen);
    }
  }

  private record Watch(RuleOutline rule, String threshold, Nearness nearness) {}

  /** A threshold under the name that a rule gives it. */
  private record Named(String threshold, String member) {}

  /**
   * How near the cases come to each threshold that some rule compares with, by id.
   *
   * @return diagnostics if some comparison cannot be watched
   */
  public static Reading<List<OfThreshold>> of(
      RuleBase rules, List<RuleCase> cases, CompiledRulesCache cache) {
    NearMisses near = new NearMisses(Mutants.ownThresholds(rules));
    near.watch(RuleOutline.of(rules));
    return RuleVariants.compile(rules, List.copyOf(near.watchers.values()), cache)
        .map(variants -> near.run(variants.inPlay(near.names(rules)), cases));
  }

  private void watch(List<RuleOutline> rules) {
    Map<String, Map<String, Named>> named = new HashMap<>();
    List<Probes.Matched> patterns = Probes.of(rules).patterns();
    patterns.forEach(it -> name(it, named));
    for (Probes.Matched matched : patterns) {
      Map<String, Named> known = new HashMap<>(named.getOrDefault(matched.rule().name(), Map.of()));
      matched
          .rule()
          .parent()
          .ifPresent(it -> named.getOrDefault(it, Map.of()).forEach(known::putIfAbsent));
      known.forEach((variable, threshold) -> watch(matched, variable, threshold));
    }
  }

  private static void name(Probes.Matched matched, Map<String, Map<String, Named>> named) {
    FactPattern pattern = matched.pattern();
    if (!pattern.type().endsWith("Threshold")) {
      return;
    }
    Optional<String> id =
        pattern.constraints().stream()
            .flatMap(it -> ID.matcher(it.drl()).results())
            .map(it -> it.group(1))
            .findFirst();
    for (Constraint constraint : pattern.constraints()) {
      Matcher binding = BINDING.matcher(constraint.drl().strip());
      if (id.isPresent() && binding.matches()) {
        named
            .computeIfAbsent(matched.rule().name(), it -> new HashMap<>())
            .put(binding.group(1), new Named(id.get(), binding.group(2)));
      }
    }
  }

  private void watch(Probes.Matched matched, String variable, Named named) {
    ThresholdTable.Entry threshold = thresholds.get(named.threshold());
    if (threshold == null) {
      return;
    }
    List<Constraint> all = matched.pattern().constraints();
    for (int i = 0; i < all.size(); i++) {
      List<Constraint> before = all.subList(0, i);
      Comparison.of(all.get(i), variable, named.member(), threshold)
          .ifPresent(comparison -> watch(matched, before, comparison));
    }
  }

  private void watch(Probes.Matched matched, List<Constraint> before, Comparison comparison) {
    compared.computeIfAbsent(comparison.threshold().id(), it -> EnumSet.noneOf(Nearness.class));
    comparison
        .nearness()
        .forEach(
            (nearness, alternatives) -> {
              for (List<Constraint> constraints : alternatives) {
                String name = "near " + watches.size();
                List<Constraint> whole =
                    Stream.concat(before.stream(), constraints.stream()).toList();
                watchers.put(name, matched.with(whole, name));
                watches.put(name, new Watch(matched.rule(), comparison.threshold().id(), nearness));
              }
            });
  }

  private Map<String, String> names(RuleBase rules) {
    Map<String, String> names = new HashMap<>();
    Stream.concat(RuleOutline.of(rules).stream(), watchers.values().stream())
        .forEach(rule -> names.put(rule.name(), rule.name()));
    return names;
  }

  private List<OfThreshold> run(RuleBase watched, List<RuleCase> cases) {
    for (RuleCase one : cases) {
      watched.evaluate(one.proposal(), one.asOf(), rule -> note(rule, one));
    }
    return thresholds.values().stream()
        .filter(it -> compared.containsKey(it.id()))
        .map(it -> new OfThreshold(it, compared.getOrDefault(it.id(), Set.of())))
        .toList();
  }

  private void note(String fired, RuleCase one) {
    Watch watch = watches.get(fired);
    if (watch != null && Sightings.looksAt(one, watch.rule())) {
      compared
          .computeIfAbsent(watch.threshold(), it -> EnumSet.noneOf(Nearness.class))
          .add(watch.nearness());
    }
  }
}
