package tribune.rulebase;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import tribune.rulebase.drl.RuleParts;

/**
 * What one rule reads and derives, by itself: what it builds on is followed elsewhere.
 *
 * @param types simple names of the types that its patterns match
 * @param members sections and members of proposals, such as {@code departments.state}
 * @param thresholds ids of thresholds
 * @param derives simple names of the types that its consequence creates
 * @param mentioned rather more than it reads: every word of the rule as a member of every section
 *     that its patterns, or the facts that they hold, come from
 */
record RuleReads(
    Set<String> types,
    Set<String> members,
    Set<String> thresholds,
    Set<String> derives,
    Set<String> mentioned) {
  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N}_]*+");
  private static final Pattern CREATED = Pattern.compile("\\bnew\\s+(?:[\\w.]+\\.)?([A-Z]\\w*)");
  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
  private static final Pattern STEPS = Pattern.compile("(?<![\\w.$])[a-z]\\w*(?:\\.[a-z]\\w*)*+");

  RuleReads {
    types = Set.copyOf(types);
    members = Set.copyOf(members);
    thresholds = Set.copyOf(thresholds);
    derives = Set.copyOf(derives);
    mentioned = Set.copyOf(mentioned);
  }

  /**
   * Reads a rule.
   *
   * @param parts the same rule as words; empty if it is not read by us
   * @param fields of each derived type, which type each of its members has
   */
  static RuleReads of(
      RuleDescr rule, Optional<RuleParts> parts, Map<String, Map<String, String>> fields) {
    Set<String> types = new LinkedHashSet<>();
    Set<String> members = new TreeSet<>();
    for (PatternDescr pattern : Patterns.in(rule.getLhs())) {
      String type = FactSections.simpleName(pattern.getObjectType());
      types.add(type);
      members.addAll(FactSections.section(type));
      for (BaseDescr constraint : pattern.getConstraint().getDescrs()) {
        for (String path : steps(constraint.toString())) {
          members.addAll(FactSections.members(type, path, fields.getOrDefault(type, Map.of())));
        }
      }
    }
    Set<String> thresholds = new TreeSet<>();
    ThresholdReads.in(parts.map(RuleParts::conditions).orElse(List.of()))
        .forEach(read -> thresholds.add(read.content()));
    Set<String> created = created(rule.getConsequence());
    return new RuleReads(types, members, thresholds, created, mentioned(parts, types, fields));
  }

  private static Set<String> mentioned(
      Optional<RuleParts> parts, Set<String> types, Map<String, Map<String, String>> fields) {
    Set<String> words = words(parts);
    Set<String> sections = new TreeSet<>(FactSections.ofProposal());
    sections.retainAll(words);
    for (String type : types) {
      sections.addAll(FactSections.section(type));
      for (String held : fields.getOrDefault(type, Map.of()).values()) {
        sections.addAll(FactSections.section(FactSections.simpleName(held)));
      }
    }
    Set<String> mentioned = new TreeSet<>(sections);
    for (String section : sections) {
      words.forEach(word -> mentioned.add(section + "." + word));
    }
    return mentioned;
  }

  private static Set<String> words(Optional<RuleParts> parts) {
    return parts.stream()
        .flatMap(it -> Stream.concat(it.conditions().stream(), it.consequence().stream()))
        .flatMap(token -> NAME.matcher(token.text()).results())
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private static Set<String> created(Object consequence) {
    Set<String> created = new TreeSet<>();
    String text = STRING.matcher(String.valueOf(consequence)).replaceAll("\"\"");
    CREATED.matcher(text).results().forEach(it -> created.add(it.group(1)));
    return created;
  }

  private static List<String> steps(String constraint) {
    return STEPS
        .matcher(STRING.matcher(constraint).replaceAll("\"\""))
        .results()
        .map(MatchResult::group)
        .toList();
  }
}
