package tribune.rulebase.drl;

import static java.util.Objects.requireNonNull;

import java.util.List;
import tribune.document.Diagnostic;
import tribune.document.Place;
import tribune.document.Source;

/**
 * A rule file as words and signs; comments are left out. Immutable.
 *
 * @param tokens in the order of the file; the last one is its end
 * @param mistakes texts and comments that never end, and characters that hide something
 */
public record Script(Source source, List<Token> tokens, List<Diagnostic> mistakes) {
  public Script {
    requireNonNull(source, "source");
    tokens = List.copyOf(tokens);
    mistakes = List.copyOf(mistakes);
  }

  /** Reads any text; never throws. */
  public static Script of(Source source) {
    return new Scanner(source).script();
  }

  /** Whether a comment that never ends or a hidden character lets every program read it its way. */
  public boolean isAmbiguous() {
    return mistakes.stream()
        .map(Diagnostic::code)
        .anyMatch(it -> it == DrlCode.HIDDEN || it == DrlCode.UNCLOSED_COMMENT);
  }

  /** Where a token stands. */
  public static Place place(Source source, Token token) {
    return place(source, token.from(), token.to());
  }

  /**
   * The place between two offsets.
   *
   * @param from in chars of the text
   * @param to in chars of the text
   */
  public static Place place(Source source, int from, int to) {
    int start = source.text().codePointCount(0, from);
    return source.span(start, start + source.text().codePointCount(from, Math.max(from, to)));
  }
}
