package tribune.rulebase.analysis;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tribune.decision.Proposal;
import tribune.rulebase.Condition;
import tribune.rulebase.DerivedType;
import tribune.rulebase.RuleOutline;
import tribune.schema.Member;
import tribune.schema.RecordType;
import tribune.verdict.CheckId;

/**
 * Which facts the rules of a check read, themselves or through what is derived: sections ({@code
 * departments}) and members ({@code departments.state}). Rather too many than too few: a word that
 * could be a member counts as one.
 */
final class FactReads {
  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N}_]*");

  private final Written rules;
  private final Derivations derivations;
  private final Map<String, RecordType<?>> typeOfSection = new LinkedHashMap<>();

  FactReads(Written rules) {
    this.rules = rules;
    this.derivations = new Derivations(rules);
    for (Member section : RecordType.of(Proposal.class).members()) {
      section.kind().records().ifPresent(type -> typeOfSection.put(section.name(), type));
    }
  }

  /** Every path that a check can ask for. */
  Set<String> all() {
    Set<String> all = new TreeSet<>(typeOfSection.keySet());
    typeOfSection.forEach(
        (section, type) -> type.members().forEach(it -> all.add(section + "." + it.name())));
    return all;
  }

  /** What the rules of a check read. */
  Set<String> of(CheckId check) {
    Set<String> reads = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    rules.rules().stream()
        .filter(rule -> rule.check().equals(Optional.of(check)))
        .forEach(rule -> read(rule, reads, seen));
    return reads;
  }

  /** Whether a fact is read by a rule that derives what this rule looks at. */
  boolean readsThroughDerivations(RuleOutline rule, String fact) {
    Set<String> reads = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    derivations
        .read(rule)
        .forEach(type -> derivations.deriving(type).forEach(it -> read(it, reads, seen)));
    return reads.contains(fact);
  }

  private void read(RuleOutline rule, Set<String> reads, Set<String> seen) {
    if (!seen.add(rule.name())) {
      return;
    }
    List<Condition.FactPattern> patterns = Patterns.of(rule.conditions());
    Set<String> words = names(rule.consequence());
    patterns.forEach(it -> it.constraints().forEach(each -> words.addAll(names(each.drl()))));
    Set<String> sections =
        patterns.stream()
            .flatMap(it -> sections(FactKinds.simple(it.type())).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    words.stream().filter(typeOfSection::containsKey).forEach(sections::add);
    for (String section : sections) {
      reads.add(section);
      words.forEach(word -> reads.add(section + "." + word));
    }
    derivations
        .read(rule)
        .forEach(type -> derivations.deriving(type).forEach(it -> read(it, reads, seen)));
  }

  /** The sections whose facts a pattern of this type can look at. */
  private Set<String> sections(String type) {
    Set<String> types = new HashSet<>(Set.of(type));
    DerivedType derived = rules.outlines().types().get(type);
    if (derived != null) {
      derived.members().values().stream().map(FactKinds::simple).forEach(types::add);
    }
    return typeOfSection.entrySet().stream()
        .filter(entry -> types.contains(entry.getValue().name()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Set<String> names(String text) {
    return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
