package tribune.rulebase;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PatternDescr;
import tribune.rulebase.language.Threshold;

/** Finds which thresholds a rule reads. */
final class ThresholdReads {
  private static final Pattern ID = Pattern.compile("\\s*id\\s*==\\s*(['\"])(.*?)\\1\\s*");

  private ThresholdReads() {}

  /** A pattern that matches the threshold of this id. */
  record Read(String id, BaseDescr at) {}

  static List<Read> in(BaseDescr conditions) {
    List<Read> found = new ArrayList<>();
    for (PatternDescr pattern : Patterns.in(conditions)) {
      if (isThreshold(pattern.getObjectType())) {
        for (BaseDescr constraint : pattern.getConstraint().getDescrs()) {
          Matcher id = ID.matcher(constraint.toString());
          if (id.matches()) {
            found.add(new Read(id.group(2), pattern));
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean isThreshold(String type) {
    return type.equals(Threshold.class.getSimpleName()) || type.equals(Threshold.class.getName());
  }
}
