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

  /** The first bracket that is not closed, or closes nothing. */
  static Optional<Diagnostic> mistake(List<Token> tokens, Source source) {
    Deque<Token> open = new ArrayDeque<>();
    for (Token token : tokens) {
      if (token.kind() != Token.Kind.SIGN) {
        continue;
      }
      if (CLOSING.containsKey(token.text())) {
        open.push(token);
      } else if (CLOSING.containsValue(token.text())) {
        if (open.isEmpty()) {
          return Optional.of(
              diagnostic(token, source, "this " + token.shown() + " closes nothing")
                  .note("leave it out, or open a bracket before it"));
        }
        Token opened = open.pop();
        String expected = String.valueOf(CLOSING.get(opened.text()));
        if (!token.is(expected)) {
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
