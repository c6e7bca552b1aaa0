package tribune.rulebase;

import java.util.ArrayList;
import java.util.List;
import tribune.rulebase.drl.Token;
import tribune.rulebase.language.Threshold;

/** Finds which thresholds a rule reads, wherever in its conditions. */
final class ThresholdReads {
  private static final String TYPE = Threshold.class.getSimpleName();

  private ThresholdReads() {}

  /** The texts that name ids, {@code Threshold( id == "high-reach" )}. */
  static List<Token> in(List<Token> conditions) {
    List<Token> found = new ArrayList<>();
    for (int at = 0; at + 1 < conditions.size(); at++) {
      if (conditions.get(at).is(TYPE) && conditions.get(at + 1).is("(")) {
        collect(conditions, at + 2, found);
      }
    }
    return List.copyOf(found);
  }

  private static void collect(List<Token> conditions, int from, List<Token> found) {
    for (int at = from; at + 2 < conditions.size() && !conditions.get(at).is(")"); at++) {
      boolean isId = conditions.get(at).is("id") && conditions.get(at + 1).is("==");
      if (isId && conditions.get(at + 2).kind() == Token.Kind.TEXT) {
        found.add(conditions.get(at + 2));
      }
    }
  }
}
