package tribune.rules;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tribune.decision.Proposal;
import tribune.rulebase.Check;
import tribune.schema.Member;
import tribune.schema.RecordType;

/**
 * Which facts the rules of a check read, directly or through what is derived: sections ({@code
 * departments}) and members ({@code departments.state}).
 *
 * <p>What only lifts checks, stakes and emergencies, can be left out: there unstated facts lift
 * nothing, which {@link FailClosedTest} shows by itself.
 */
final class RuleReads {
  private static final Set<String> LIFTING =
      Set.of("Stakes", "StakesLevel", "OpenStakes", "EvidenceExpected");
  private static final Pattern MEMBER = Pattern.compile("(?<![\\w.$\"])[a-z]\\w*(?:\\.[a-z]\\w*)*");

  private final List<DrlText> rules = DrlText.rules();
  private final Map<String, Map<String, String>> derived = DrlText.declarations();
  private final Map<String, RecordType<?>> facts = new LinkedHashMap<>();
  private final Map<String, String> sectionOf = new LinkedHashMap<>();

  RuleReads() {
    for (Member section : RecordType.of(Proposal.class).members()) {
      section
          .kind()
          .records()
          .ifPresent(
              type -> {
                facts.put(type.name(), type);
                sectionOf.put(type.name(), section.name());
              });
    }
  }

  /** What the rules of a check read. */
  Set<String> of(String check) {
    return of(check, LIFTING);
  }

  /** By check, what its rules read, what lifts it included. */
  Map<String, Set<String>> ofEach(List<Check> checks) {
    Map<String, Set<String>> each = new TreeMap<>();
    checks.forEach(check -> each.put(check.id(), of(check.id(), Set.of())));
    return each;
  }

  private Set<String> of(String check, Set<String> without) {
    Set<String> reads = new TreeSet<>();
    Set<String> seen = new HashSet<>(without);
    rules.stream()
        .filter(rule -> rule.name().startsWith(check + " "))
        .forEach(rule -> read(rule, reads, seen));
    return reads;
  }

  private void read(DrlText rule, Set<String> reads, Set<String> seen) {
    for (DrlText.Condition condition : rule.conditions()) {
      String type = condition.type();
      if (facts.containsKey(type)) {
        reads.add(sectionOf.get(type));
        members(condition).forEach(path -> add(type, path, reads));
      }
      if (derived.containsKey(type)) {
        members(condition).forEach(path -> addThrough(type, path, reads));
      }
      if (seen.add(type)) {
        rules.stream().filter(it -> it.derives(type)).forEach(it -> read(it, reads, seen));
      }
    }
  }

  private void addThrough(String type, String path, Set<String> reads) {
    String[] steps = path.split("\\.", 2);
    String held = derived.getOrDefault(type, Map.of()).get(steps[0]);
    if (steps.length == 2 && held != null && facts.containsKey(held)) {
      add(held, steps[1], reads);
    }
  }

  private void add(String type, String path, Set<String> reads) {
    String name = path.split("\\.", 2)[0];
    RecordType<?> fact = facts.get(type);
    if (fact != null && fact.member(name).isPresent()) {
      reads.add(sectionOf.get(type) + "." + name);
    }
  }

  private static List<String> members(DrlText.Condition condition) {
    return MEMBER
        .matcher(condition.constraints())
        .results()
        .map(java.util.regex.MatchResult::group)
        .toList();
  }
}
