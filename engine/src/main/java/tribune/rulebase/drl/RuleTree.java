package tribune.rulebase.drl;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import tribune.document.Diagnostic;

/**
 * A rule as a tree. Immutable.
 *
 * @param conditions empty where they are not taken apart, sound or not
 * @param statements what the consequence does, up to where it is not taken apart
 * @param rest what is left of the consequence; empty if it was taken apart as a whole
 * @param form what is wrong with the header or the conditions, by this grammar: Drools knows forms
 *     that are not taken apart here, so it is to be asked too
 * @param mistakes what is wrong in any case
 */
public record RuleTree(
    RuleParts parts,
    Optional<List<Clause>> conditions,
    List<Expression> statements,
    List<Token> rest,
    List<Diagnostic> form,
    List<Diagnostic> mistakes) {
  public RuleTree {
    requireNonNull(parts, "parts");
    conditions = conditions.map(List::copyOf);
    statements = List.copyOf(statements);
    rest = List.copyOf(rest);
    form = List.copyOf(form);
    mistakes = List.copyOf(mistakes);
  }

  /** Reads a piece that is a rule; never throws. */
  public static RuleTree of(Piece rule) {
    return new RuleReader(RuleParts.of(rule)).tree();
  }
}
