package tribune.rulebase.cases;

import java.util.Set;
import java.util.regex.Pattern;
import tribune.rulebase.Condition.Constraint;
import tribune.rulebase.Condition.FactPattern;

/**
 * Which parts of a pattern hold in every evaluation, so that no case can show them false: that a
 * decision, the day and the thresholds are there, that a threshold has its id, and that a variable
 * is bound.
 */
final class AlwaysThere {
  private static final String THRESHOLD = "Threshold";
  private static final Set<String> TYPES = Set.of("Decision", "AsOf", THRESHOLD);
  private static final Pattern ID = Pattern.compile("id\\s*==\\s*[\"'].*");

  private AlwaysThere() {}

  /** Whether facts of the pattern's type are in every evaluation. */
  static boolean isType(FactPattern pattern) {
    return TYPES.contains(pattern.simpleType());
  }

  /** Whether the constraint of the pattern can be true of one fact and false of another. */
  static boolean canBeFalse(Constraint constraint, FactPattern pattern) {
    boolean selects =
        pattern.simpleType().equals(THRESHOLD) && ID.matcher(constraint.drl()).matches();
    return constraint.isTest() && !selects;
  }

  /** Whether the pattern asks for no more than that there is a fact of its type. */
  static boolean asksNothing(FactPattern pattern) {
    return pattern.constraints().stream().noneMatch(it -> canBeFalse(it, pattern));
  }
}
