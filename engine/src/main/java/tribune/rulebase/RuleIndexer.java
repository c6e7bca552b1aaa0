package tribune.rulebase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import tribune.rulebase.RuleIndex.Binding;

/** Reads from parsed rules where each stands and what its variables are bound to. */
final class RuleIndexer {
  private static final Pattern BINDING =
      Pattern.compile("\\s*(\\$\\w+)\\s*:=?\\s*(\\w+(?:\\.\\w+)*)\\b.*", Pattern.DOTALL);

  private RuleIndexer() {}

  static RuleIndex index(List<DrlFile> files) {
    Map<String, RuleDescr> rules = new HashMap<>();
    files.forEach(file -> file.content().getRules().forEach(it -> rules.put(it.getName(), it)));
    List<RuleIndex.Entry> entries = new ArrayList<>();
    for (DrlFile file : files) {
      for (RuleDescr rule : file.content().getRules()) {
        List<Binding> bindings = new ArrayList<>();
        RuleDescr parent = rules.get(rule.getParentName());
        if (parent != null && !rule.getName().equals(rule.getParentName())) {
          collect(parent.getLhs(), bindings);
        }
        collect(rule.getLhs(), bindings);
        entries.add(new RuleIndex.Entry(rule.getName(), file.path(), rule.getLine(), bindings));
      }
    }
    return RuleIndex.of(entries);
  }

  /** Variables inside `not` and `exists` name nothing outside of them. */
  private static void collect(AndDescr conditions, List<Binding> bindings) {
    for (BaseDescr condition : conditions.getDescrs()) {
      if (condition instanceof AndDescr nested) {
        collect(nested, bindings);
      } else if (condition instanceof PatternDescr pattern) {
        pattern.getDescrs().forEach(constraint -> collect(constraint, bindings));
      }
    }
  }

  private static void collect(BaseDescr constraint, List<Binding> bindings) {
    Matcher binding = BINDING.matcher(constraint.getText() == null ? "" : constraint.toString());
    if (binding.matches()) {
      bindings.add(new Binding(binding.group(1), binding.group(2)));
    }
  }
}
