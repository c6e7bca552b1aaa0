package tribune.rulebase;

import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.jspecify.annotations.Nullable;

/** Finds the patterns of a condition, however deep they stand. */
final class Patterns {
  private final List<PatternDescr> found = new ArrayList<>();

  private Patterns() {}

  /** All patterns, inner ones first. */
  static List<PatternDescr> in(BaseDescr conditions) {
    Patterns patterns = new Patterns();
    patterns.collect(conditions);
    return List.copyOf(patterns.found);
  }

  private void collect(@Nullable BaseDescr condition) {
    if (condition instanceof PatternDescr pattern) {
      collect(pattern.getSource());
      found.add(pattern);
    } else if (condition instanceof AccumulateDescr accumulate) {
      collect(accumulate.getInput());
    } else if (condition instanceof CollectDescr collect) {
      collect(collect.getInputPattern());
    } else if (condition instanceof ConditionalElementDescr several) {
      several.getDescrs().forEach(inner -> collect((BaseDescr) inner));
    }
  }
}
