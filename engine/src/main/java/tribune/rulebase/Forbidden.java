package tribune.rulebase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tribune.document.Diagnostic;
import tribune.document.Place;
import tribune.rulebase.drl.Piece;
import tribune.rulebase.drl.RuleAttributes;
import tribune.rulebase.drl.RuleParts;
import tribune.rulebase.drl.RuleTree;
import tribune.rulebase.drl.Script;
import tribune.rulebase.drl.Token;

/** Finds the parts of DRL that an audit cannot rely on. */
final class Forbidden {
  private static final Map<Piece.Kind, Refusal> PIECES =
      Map.of(
          Piece.Kind.FUNCTION, Refusal.FUNCTION,
          Piece.Kind.GLOBAL, Refusal.GLOBAL,
          Piece.Kind.QUERY, Refusal.QUERY,
          Piece.Kind.UNIT, Refusal.UNIT,
          Piece.Kind.DIALECT, Refusal.DIALECT);

  /** What changes facts, so that what one rule saw is not what another sees. */
  private static final Map<String, String> CHANGES =
      new TreeMap<>(
          Map.of(
              "modify", "facts stay as they were submitted",
              "update", "facts stay as they were submitted",
              "delete", "facts stay as they were submitted",
              "retract", "facts stay as they were submitted",
              "insert", "derive by `insertLogical( new ... )`"));

  private final DrlFile file;
  private final List<Diagnostic> found = new ArrayList<>();

  private Forbidden(DrlFile file) {
    this.file = file;
  }

  static List<Diagnostic> in(DrlFile file) {
    Forbidden forbidden = new Forbidden(file);
    file.text().pieces().forEach(forbidden::piece);
    for (RuleTree rule : file.text().rules()) {
      forbidden.attributes(rule.parts());
      forbidden.conditions(rule.parts());
      forbidden.consequence(rule.parts());
    }
    return forbidden.found;
  }

  static Place place(DrlFile file, Token token) {
    return Script.place(file.source(), token);
  }

  private void piece(Piece piece) {
    Optional.ofNullable(PIECES.get(piece.kind()))
        .ifPresent(refusal -> refuse(piece.first(), refusal));
  }

  private void attributes(RuleParts rule) {
    List<Token> header = rule.header();
    for (int at = 2; at < header.size(); at++) {
      Token word = header.get(at);
      boolean isName = header.get(at - 1).is("extends") || header.get(at - 1).is("-");
      if (word.isWord() && !isName && RuleAttributes.NAMES.contains(word.text())) {
        refuse(word, Refusal.attribute(RuleAttributes.name(header, at)));
      }
    }
  }

  private void conditions(RuleParts rule) {
    for (Token word : called(rule.conditions(), "eval")) {
      refuse(
          word, new Refusal("`eval`", "write the condition in the pattern whose members it names"));
    }
  }

  private void consequence(RuleParts rule) {
    CHANGES.forEach(
        (word, instead) ->
            called(rule.consequence(), word)
                .forEach(token -> refuse(token, new Refusal("`" + word + "`", instead))));
  }

  /** Where a word is called that is no step of a path. */
  private static List<Token> called(List<Token> tokens, String word) {
    List<Token> calls = new ArrayList<>();
    for (int at = 0; at + 1 < tokens.size(); at++) {
      boolean isStep = at > 0 && tokens.get(at - 1).is(".");
      if (tokens.get(at).is(word) && tokens.get(at + 1).is("(") && !isStep) {
        calls.add(tokens.get(at));
      }
    }
    return calls;
  }

  private void refuse(Token at, Refusal refusal) {
    found.add(refusal.at(place(file, at), file));
  }
}
