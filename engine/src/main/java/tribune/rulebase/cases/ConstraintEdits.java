package tribune.rulebase.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tribune.decision.Proposal;
import tribune.rulebase.Condition.Constraint;

/**
 * The edits of one constraint: an operator for the one next to it, a constant for another of its
 * kind, and a part of an alternative left out.
 */
final class ConstraintEdits {
  private static final Pattern STRING = Pattern.compile("\"[^\"]*\"|'[^']*'");

  /** Longer ones first: the first that fits is taken. */
  private static final Pattern OPERATOR =
      Pattern.compile(
          "\\bnot\\s+(?:in|contains|memberOf|matches)\\b|\\b(?:in|contains|memberOf|matches)\\b"
              + "|[=!<>]=|[<>]|\\|\\||&&");

  private static final Map<String, String> OTHER_OPERATOR =
      Map.of(
          "==", "!=", "!=", "==", ">=", ">", ">", ">=", "<=", "<", "<", "<=", "||", "&&", "&&",
          "||");

  private static final Pattern CONSTANT =
      Pattern.compile("\\b((?:[A-Z]\\w*\\.)++)([A-Z][A-Z0-9_]*)\\b(?!\\s*[.(])");
  private static final List<String> PACKAGES =
      List.of(Proposal.class.getPackageName(), "tribune.rulebase.language");

  private final Constraint constraint;
  private final String drl;

  /** The same text with nothing in its strings, so that they hold no operators. */
  private final String masked;

  private ConstraintEdits(Constraint constraint) {
    this.constraint = constraint;
    this.drl = constraint.drl();
    this.masked =
        STRING.matcher(drl).replaceAll(it -> "\"" + "_".repeat(it.group().length() - 2) + "\"");
  }

  /** What may stand in the place of a constraint. */
  static List<String> of(Constraint constraint) {
    ConstraintEdits edits = new ConstraintEdits(constraint);
    List<String> all = new ArrayList<>();
    all.addAll(edits.operators());
    all.addAll(edits.constants());
    all.addAll(edits.shortened());
    return all;
  }

  private List<String> operators() {
    return OPERATOR
        .matcher(masked)
        .results()
        .map(it -> replacing(it.start(), it.end(), other(it.group())))
        .toList();
  }

  private static String other(String operator) {
    String known = OTHER_OPERATOR.get(operator);
    if (known != null) {
      return known;
    }
    return operator.startsWith("not") ? operator.substring(3).strip() : "not " + operator;
  }

  private List<String> constants() {
    List<String> edited = new ArrayList<>();
    for (MatchResult found : CONSTANT.matcher(masked).results().toList()) {
      String type = found.group(1).substring(0, found.group(1).length() - 1);
      neighbour(type, found.group(2))
          .ifPresent(other -> edited.add(replacing(found.start(2), found.end(2), other)));
    }
    return edited;
  }

  /** The next constant of the type that the constraint does not name already. */
  private Optional<String> neighbour(String type, String constant) {
    List<String> names = PACKAGES.stream().flatMap(it -> constants(it, type).stream()).toList();
    int from = names.indexOf(constant);
    for (int step = 1; from >= 0 && step < names.size(); step++) {
      String next = names.get((from + step) % names.size());
      String written = type + "." + next;
      if (!Pattern.compile("\\b" + Pattern.quote(written) + "\\b").matcher(masked).find()) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  private static List<String> constants(String in, String type) {
    try {
      Class<?> found =
          Class.forName(
              in + "." + type.replace('.', '$'), false, ConstraintEdits.class.getClassLoader());
      Object[] constants = found.getEnumConstants();
      return constants == null
          ? List.of()
          : List.of(constants).stream().map(it -> ((Enum<?>) it).name()).toList();
    } catch (ClassNotFoundException e) {
      return List.of(); // a type of the rule base, which declares no constants
    }
  }

  /** The constraint without one part of {@code a || b}, or else of {@code a && b}. */
  private List<String> shortened() {
    if (!constraint.binding().isEmpty()) {
      return List.of();
    }
    for (String operator : List.of("||", "&&")) {
      List<String> parts = split(operator);
      if (parts.size() > 1) {
        List<String> edited = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
          List<String> left = new ArrayList<>(parts);
          left.remove(i);
          edited.add(String.join(" " + operator + " ", left));
        }
        return edited;
      }
    }
    return List.of();
  }

  /** The parts between the operators that stand in no brackets. */
  private List<String> split(String operator) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int at = 0; at < masked.length(); at++) {
      char here = masked.charAt(at);
      depth += here == '(' ? 1 : here == ')' ? -1 : 0;
      if (depth == 0 && masked.startsWith(operator, at)) {
        parts.add(drl.substring(from, at).strip());
        from = at + operator.length();
      }
    }
    parts.add(drl.substring(from).strip());
    return parts;
  }

  private String replacing(int from, int to, String by) {
    return drl.substring(0, from) + by + drl.substring(to);
  }
}
