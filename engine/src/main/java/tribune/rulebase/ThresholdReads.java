package tribune.rulebase;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.jspecify.annotations.Nullable;
import tribune.rulebase.language.Threshold;

/** Finds which thresholds a rule reads. */
final class ThresholdReads {
  private static final Pattern ID = Pattern.compile("\\s*id\\s*==\\s*(['\"])(.*?)\\1\\s*");

  private final List<Read> found = new ArrayList<>();

  private ThresholdReads() {}

  /** A pattern that matches the threshold of this id. */
  record Read(String id, BaseDescr at) {}

  static List<Read> in(BaseDescr conditions) {
    ThresholdReads reads = new ThresholdReads();
    reads.collect(conditions);
    return List.copyOf(reads.found);
  }

  private void collect(@Nullable BaseDescr condition) {
    if (condition instanceof PatternDescr pattern) {
      collectPattern(pattern);
    } else if (condition instanceof AccumulateDescr accumulate) {
      collect(accumulate.getInput());
    } else if (condition instanceof CollectDescr collect) {
      collect(collect.getInputPattern());
    } else if (condition instanceof ConditionalElementDescr several) {
      several.getDescrs().forEach(inner -> collect((BaseDescr) inner));
    }
  }

  private void collectPattern(PatternDescr pattern) {
    collect(pattern.getSource());
    if (!isThreshold(pattern.getObjectType())) {
      return;
    }
    for (BaseDescr constraint : pattern.getConstraint().getDescrs()) {
      Matcher id = ID.matcher(constraint.toString());
      if (id.matches()) {
        found.add(new Read(id.group(2), pattern));
      }
    }
  }

  private static boolean isThreshold(String type) {
    return type.equals(Threshold.class.getSimpleName()) || type.equals(Threshold.class.getName());
  }
}
