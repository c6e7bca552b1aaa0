package tribune.rulebase.cases;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tribune.rulebase.Condition.Constraint;
import tribune.rulebase.ThresholdTable;
import tribune.rulebase.cases.NearMisses.Nearness;

/**
 * A constraint that compares something with a threshold, and the constraints that tell how near the
 * two are: within one of the last digit of the threshold.
 *
 * @param variable of the threshold, with its dollar sign
 * @param member of the threshold: {@code value} or {@code count}
 */
record Comparison(
    Constraint constraint,
    String variable,
    String member,
    ThresholdTable.Entry threshold,
    String left,
    String right) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:\\$\\w+\\s*:=?\\s*)?([^=!<>&|]+?)\\s*(?:[=!<>]=|[<>])\\s*([^=!<>&|]+)",
          Pattern.DOTALL);

  /** The comparison that the constraint makes with that variable, if it makes one. */
  static Optional<Comparison> of(
      Constraint constraint, String variable, String member, ThresholdTable.Entry threshold) {
    Matcher form = FORM.matcher(constraint.drl().strip());
    return form.matches() && names(constraint.drl(), variable)
        ? Optional.of(
            new Comparison(constraint, variable, member, threshold, form.group(1), form.group(2)))
        : Optional.empty();
  }

  /**
   * What a fact has to meet to be as near: all constraints of one of the lists. What is compared
   * with the threshold is above it where it is greater, on whichever side it stands.
   */
  Map<Nearness, List<List<Constraint>>> nearness() {
    boolean isRight = names(right, variable);
    String above = isRight ? ">" : "<";
    String below = isRight ? "<" : ">";
    Map<Nearness, List<List<Constraint>>> near = new EnumMap<>(Nearness.class);
    near.put(Nearness.AT, List.of(List.of(relation(">=", variable), relation("<=", variable))));
    near.put(Nearness.ABOVE, beside(above, below + "="));
    near.put(Nearness.BELOW, beside(below, above + "="));
    return near;
  }

  private List<List<Constraint>> beside(String here, String beyond) {
    List<List<Constraint>> either = new ArrayList<>();
    for (String moved : ThresholdSteps.of(threshold.value())) {
      either.add(List.of(relation(here, variable), relation(beyond, literal(moved))));
    }
    return either;
  }

  private Constraint relation(String operator, String instead) {
    return new Constraint(
        constraint.place(),
        replaced(left, instead) + " " + operator + " " + replaced(right, instead));
  }

  private String replaced(String side, String instead) {
    return side.replaceAll(Pattern.quote(variable) + "(?!\\w)", Matcher.quoteReplacement(instead));
  }

  /** Another value of the threshold as DRL writes it. */
  private String literal(String moved) {
    return new ThresholdTable.Entry(threshold.id(), moved, threshold.why(), threshold.source())
        .fact()
        .map(
            fact ->
                member.equals("count")
                    ? fact.count().toString()
                    : fact.value().toPlainString() + "B")
        .orElse(variable);
  }

  private static boolean names(String text, String variable) {
    return Pattern.compile(Pattern.quote(variable) + "(?!\\w)").matcher(text).find();
  }
}
