package tribune.rulebase;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import tribune.rulebase.drl.Token;

/**
 * What one rule reads and derives, by itself: what it builds on is followed elsewhere.
 *
 * @param types simple names of the types that its patterns match
 * @param members sections and members of proposals, such as {@code departments.state}
 * @param thresholds ids of thresholds
 * @param derives simple names of the types that its consequence creates
 */
record RuleReads(
    Set<String> types, Set<String> members, Set<String> thresholds, Set<String> derives) {
  private static final Pattern CREATED = Pattern.compile("\\bnew\\s+(?:[\\w.]+\\.)?([A-Z]\\w*)");
  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern STEPS = Pattern.compile("(?<![\\w.$])[a-z]\\w*(?:\\.[a-z]\\w*)*");

  RuleReads {
    types = Set.copyOf(types);
    members = Set.copyOf(members);
    thresholds = Set.copyOf(thresholds);
    derives = Set.copyOf(derives);
  }

  /**
   * Reads a rule.
   *
   * @param fields of each derived type, which type each of its members has
   */
  static RuleReads of(
      RuleDescr rule, List<Token> conditions, Map<String, Map<String, String>> fields) {
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
    ThresholdReads.in(conditions).forEach(read -> thresholds.add(read.content()));
    return new RuleReads(types, members, thresholds, created(rule.getConsequence()));
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
