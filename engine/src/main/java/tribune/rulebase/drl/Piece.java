package tribune.rulebase.drl;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import tribune.document.Place;
import tribune.document.Source;

/**
 * One top-level part of a rule file, from its first word to its last. Immutable.
 *
 * @param tokens at least one
 */
public record Piece(Kind kind, Source source, List<Token> tokens) {

  /** What can stand at the top level. */
  public enum Kind {
    PACKAGE("package"),
    UNIT("unit"),
    IMPORT("import"),
    GLOBAL("global"),
    DECLARE("declare"),
    FUNCTION("function"),
    QUERY("query"),
    RULE("rule"),
    /** An attribute for all rules of the file. */
    DIALECT("dialect"),
    /** Text that begins with no word that can stand there. */
    STRAY("");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word that it begins with. */
    public String word() {
      return word;
    }

    boolean endsWithEnd() {
      return this == DECLARE || this == QUERY || this == RULE;
    }
  }

  public Piece {
    requireNonNull(kind, "kind");
    requireNonNull(source, "source");
    tokens = List.copyOf(tokens);
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("a piece of nothing");
    }
  }

  public Token first() {
    return tokens.get(0);
  }

  public Token last() {
    return tokens.get(tokens.size() - 1);
  }

  /** Where it begins, in chars of the file. */
  public int from() {
    return first().from();
  }

  /** Where what follows it begins, in chars of the file. */
  public int to() {
    return last().to();
  }

  public Place place(Token token) {
    return Script.place(source, token);
  }

  /** The name of a rule, a query or a declared type; empty if it has none. */
  public Optional<String> name() {
    return kind.endsWithEnd() && tokens.size() > 1 && isName(tokens.get(1))
        ? Optional.of(tokens.get(1).content())
        : Optional.empty();
  }

  /** Whether it is closed by {@code end}, if it has to be. */
  public boolean isEnded() {
    return !kind.endsWithEnd() || (tokens.size() > 1 && last().is("end"));
  }

  /** Whether a text in it is never closed. */
  public boolean hasOpenText() {
    return tokens.stream().anyMatch(Token::isOpenText);
  }

  /** Whether it is longer or deeper than what is taken apart, by us or by anybody. */
  public boolean isTooLarge() {
    return Limits.beyond(this).isPresent();
  }

  private static boolean isName(Token token) {
    return token.kind() == Token.Kind.TEXT
        || (token.isWord() && !token.is("when") && !token.is("end"));
  }
}
