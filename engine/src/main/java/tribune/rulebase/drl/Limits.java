package tribune.rulebase.drl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import tribune.document.Diagnostic;

/**
 * How long and how deeply nested a rule file and its parts may be. Much more than anybody can read,
 * and little enough for every program that has to: those that take a condition apart call
 * themselves for what is in it, and the compiler's parser takes three times as long for each pair
 * of brackets around a comparison.
 */
final class Limits {
  /** Words and signs of a file; the longest one that is shipped has 3,000. */
  static final int FILE_WORDS = 50_000;

  /** Words and signs of a rule or another part; the longest rule that is shipped has 200. */
  static final int PART_WORDS = 1_000;

  /** Brackets that stand in each other; the shipped rules need 4. */
  static final int DEPTH = 8;

  /** Characters of a word, a number or a text. */
  static final int WORD_CHARACTERS = 4_000;

  private Limits() {}

  /** What is beyond them in a whole file; nothing else can be said of it then. */
  static Optional<Diagnostic> beyond(Script script) {
    int words = script.tokens().size() - 1;
    if (words <= FILE_WORDS) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.of(
                DrlCode.TOO_LARGE,
                script.source(),
                "this file has " + words + " words and signs, and may have " + FILE_WORDS)
            .at(Script.place(script.source(), script.tokens().get(FILE_WORDS)))
            .note("write the rules below this in a file of their own"));
  }

  /** The first thing beyond them in a part of a file. */
  static Optional<Diagnostic> beyond(Piece piece) {
    if (piece.tokens().size() > PART_WORDS) {
      return Optional.of(
          diagnostic(
                  piece,
                  piece.first(),
                  "this has "
                      + piece.tokens().size()
                      + " words and signs up to its end, and may"
                      + " have "
                      + PART_WORDS)
              .note("write several rules, or derive a fact and ask for that"));
    }
    return tooLong(piece).or(() -> tooDeep(piece));
  }

  private static Optional<Diagnostic> tooLong(Piece piece) {
    return piece.tokens().stream()
        .filter(it -> it.text().length() > WORD_CHARACTERS)
        .findFirst()
        .map(
            it ->
                diagnostic(piece, it, "this has more than " + WORD_CHARACTERS + " characters")
                    .note("write less; what needs more room is no word, number or reason"));
  }

  /** A bracket that is closed by another one counts as open, as nobody knows what was meant. */
  private static Optional<Diagnostic> tooDeep(Piece piece) {
    Deque<Token> open = new ArrayDeque<>();
    for (Token token : piece.tokens()) {
      if (Brackets.opens(token)) {
        open.push(token);
      } else if (!open.isEmpty() && Brackets.closes(token, open.element())) {
        open.pop();
      }
      if (open.size() > DEPTH) {
        return Optional.of(
            diagnostic(piece, token, "this bracket stands in " + DEPTH + " others")
                .note("at most " + DEPTH + " may stand in each other")
                .note("derive a fact for what belongs together, and ask for that"));
      }
    }
    return Optional.empty();
  }

  private static Diagnostic diagnostic(Piece piece, Token at, String message) {
    return Diagnostic.of(DrlCode.TOO_LARGE, piece.source(), message).at(piece.place(at));
  }
}
