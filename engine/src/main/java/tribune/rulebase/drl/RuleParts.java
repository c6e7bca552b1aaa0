package tribune.rulebase.drl;

import java.util.List;
import java.util.Optional;

/**
 * A rule taken apart at {@code when}, {@code then} and {@code end}. What is missing is empty.
 * Immutable.
 *
 * @param header from {@code rule} up to {@code when}
 * @param when the word itself
 * @param conditions between {@code when} and {@code then}
 * @param then the word itself
 * @param consequence between {@code then} and {@code end}
 */
public record RuleParts(
    Piece piece,
    List<Token> header,
    Optional<Token> when,
    List<Token> conditions,
    Optional<Token> then,
    List<Token> consequence) {
  public RuleParts {
    header = List.copyOf(header);
    conditions = List.copyOf(conditions);
    consequence = List.copyOf(consequence);
  }

  /** The parts of a piece that is a rule. */
  public static RuleParts of(Piece rule) {
    List<Token> all = rule.tokens();
    int end = rule.isEnded() ? all.size() - 1 : all.size();
    int when = find("when", all, 1, end);
    int then = find("then", all, when < end ? when + 1 : 1, end);
    int headerEnd = Math.min(when, find("then", all, 1, end));
    boolean hasWhen = when < end;
    boolean hasThen = then < end;
    return new RuleParts(
        rule,
        all.subList(0, headerEnd),
        hasWhen ? Optional.of(all.get(when)) : Optional.empty(),
        hasWhen ? all.subList(when + 1, then) : List.of(),
        hasThen ? Optional.of(all.get(then)) : Optional.empty(),
        hasThen ? all.subList(then + 1, end) : List.of());
  }

  /** The name of the rule that it extends. */
  public Optional<Token> parent() {
    int at = find("extends", header, 1, header.size());
    return at + 1 < header.size() ? Optional.of(header.get(at + 1)) : Optional.empty();
  }

  /** The words `when` and `then` of a rule come behind its name, never as a step of a path. */
  private static int find(String word, List<Token> all, int from, int end) {
    int at = from;
    while (at < end && !(all.get(at).is(word) && !all.get(at - 1).is("."))) {
      at++;
    }
    return at;
  }
}
