package tribune.rulebase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import tribune.rulebase.RuleIndex.Binding;

/** Reads from parsed rules what the variables of each are bound to. */
final class RuleIndexer {
  private static final Pattern BINDING =
      Pattern.compile("\\s*(\\$\\w+)\\s*:=?\\s*(\\w+(?:\\.\\w+)*+)\\b.*", Pattern.DOTALL);

  private RuleIndexer() {}

  static RuleIndex index(List<DrlFile> files) {
    Map<String, RuleDescr> rules = new HashMap<>();
    files.forEach(file -> file.content().getRules().forEach(it -> rules.put(it.getName(), it)));
    List<RuleIndex.Entry> entries = new ArrayList<>();
    for (DrlFile file : files) {
      for (RuleDescr rule : file.content().getRules()) {
        List<Binding> bindings = new ArrayList<>();
        withParents(rule, rules).forEach(it -> collect(it.getLhs(), bindings));
        entries.add(new RuleIndex.Entry(rule.getName(), bindings));
      }
    }
    return RuleIndex.of(entries);
  }

  /** The rules that a rule builds on, the first one first, and the rule itself. */
  private static List<RuleDescr> withParents(RuleDescr rule, Map<String, RuleDescr> rules) {
    List<RuleDescr> chain = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    RuleDescr next = rule;
    while (next != null && seen.add(next.getName())) {
      chain.add(0, next);
      next = rules.get(next.getParentName());
    }
    return chain;
  }

  /** Variables inside `not` and `exists` name nothing outside of them. */
  private static void collect(ConditionalElementDescr conditions, List<Binding> bindings) {
    for (Object condition : conditions.getDescrs()) {
      if (condition instanceof AndDescr all) {
        collect(all, bindings);
      } else if (condition instanceof OrDescr any) {
        collect(any, bindings);
      } else if (condition instanceof PatternDescr pattern) {
        pattern.getDescrs().forEach(constraint -> addBinding(constraint, bindings));
      }
    }
  }

  private static void addBinding(BaseDescr constraint, List<Binding> bindings) {
    Matcher binding = BINDING.matcher(constraint.getText() == null ? "" : constraint.toString());
    if (binding.matches()) {
      bindings.add(new Binding(binding.group(1), binding.group(2)));
    }
  }
}
