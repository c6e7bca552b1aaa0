package tribune.rulebase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.RuleDescr;
import tribune.document.Diagnostic;

/**
 * Drools makes a rule of each alternative: {@code or} beside {@code or} doubles them each time, and
 * thirty would fill any memory before a rule has fired.
 */
final class RuleSize {
  private static final long LIMIT_ALTERNATIVES = 256;

  private final Map<String, RuleDescr> rules = new HashMap<>();

  private RuleSize(List<DrlFile> files) {
    files.forEach(file -> file.content().getRules().forEach(it -> rules.put(it.getName(), it)));
  }

  static List<Diagnostic> check(List<DrlFile> files) {
    RuleSize size = new RuleSize(files);
    List<Diagnostic> found = new ArrayList<>();
    for (DrlFile file : files) {
      for (RuleDescr rule : file.content().getRules()) {
        size.what(rule).ifPresent(what -> found.add(diagnostic(file, rule, what)));
      }
    }
    return found;
  }

  private static Diagnostic diagnostic(DrlFile file, RuleDescr rule, String what) {
    return Diagnostic.of(
            RuleBaseCode.BEYOND_SIZE, file.source(), "the rule `" + rule.getName() + "` " + what)
        .at(DrlFile.inside(file.source(), rule.getLine(), rule.getColumn() - 1))
        .note("derive a fact for what belongs together, and ask for that");
  }

  private Optional<String> what(RuleDescr rule) {
    long alternatives = 1;
    Set<String> seen = new HashSet<>();
    for (RuleDescr next = rule; next != null; next = rules.get(next.getParentName())) {
      if (!seen.add(next.getName())) {
        return Optional.of("extends itself");
      }
      alternatives = Math.min(LIMIT_ALTERNATIVES + 1, alternatives * alternatives(next.getLhs()));
    }
    return alternatives > LIMIT_ALTERNATIVES
        ? Optional.of("has more than " + LIMIT_ALTERNATIVES + " alternatives")
        : Optional.empty();
  }

  private static long alternatives(Object element) {
    if (!(element instanceof ConditionalElementDescr group)) {
      return 1;
    }
    long all = group instanceof OrDescr ? 0 : 1;
    for (BaseDescr part : group.getDescrs()) {
      long more = alternatives(part);
      all = group instanceof OrDescr ? all + more : all * more;
      all = Math.min(LIMIT_ALTERNATIVES + 1, all);
    }
    return Math.max(1, all);
  }
}
