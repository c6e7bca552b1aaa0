package tribune.rulebase.drl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tribune.document.Diagnostic;
import tribune.document.Source;

/** Finds brackets without the other one of their pair. */
final class Brackets {
  private static final Map<String, String> CLOSING = Map.of("(", ")", "[", "]", "{", "}");

  private Brackets() {}

  static boolean opens(Token token) {
    return token.kind() == Token.Kind.SIGN && CLOSING.containsKey(token.text());
  }

  /** Whether a token closes what that bracket opened. */
  static boolean closes(Token token, Token opened) {
    return token.kind() == Token.Kind.SIGN && token.text().equals(CLOSING.get(opened.text()));
  }

  /** The first bracket that is not closed, or closes nothing. */
  static Optional<Diagnostic> mistake(List<Token> tokens, Source source) {
    Deque<Token> open = new ArrayDeque<>();
    for (Token token : tokens) {
      if (opens(token)) {
        open.push(token);
      } else if (token.kind() == Token.Kind.SIGN && CLOSING.containsValue(token.text())) {
        if (open.isEmpty()) {
          return Optional.of(
              diagnostic(token, source, "this " + token.shown() + " closes nothing")
                  .note("leave it out, or open a bracket before it"));
        }
        Token opened = open.pop();
        if (!closes(token, opened)) {
          String expected = CLOSING.get(opened.text());
          return Optional.of(
              diagnostic(token, source, "found " + token.shown() + ", expected `" + expected + "`")
                  .note("the bracket was opened at " + Script.place(source, opened)));
        }
      }
    }
    return Optional.ofNullable(open.peekLast())
        .map(
            opened ->
                diagnostic(opened, source, "this " + opened.shown() + " is never closed")
                    .note("write `" + CLOSING.get(opened.text()) + "` where it ends"));
  }

  private static Diagnostic diagnostic(Token token, Source source, String message) {
    return Diagnostic.of(DrlCode.BRACKET, source, message).at(Script.place(source, token));
  }
}
