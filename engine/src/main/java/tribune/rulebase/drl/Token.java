package tribune.rulebase.drl;

import static java.util.Objects.requireNonNull;

/**
 * A word, a number, a text or a sign of a rule file. Immutable.
 *
 * @param text as it is written; a text with its quotes
 * @param from where it begins, in chars of the file
 */
public record Token(Kind kind, String text, int from) {

  /** What sort of token it is. */
  public enum Kind {
    /** A name or a keyword, such as {@code rule}, {@code adverse} or {@code $min}. */
    WORD,
    NUMBER,
    /** A text in quotes. */
    TEXT,
    /** One or two characters that are none of the others. */
    SIGN,
    /** The end of the file. */
    END
  }

  public Token {
    requireNonNull(kind, "kind");
    requireNonNull(text, "text");
  }

  /** Where the next character stands. */
  public int to() {
    return from + text.length();
  }

  public boolean is(String word) {
    return kind != Kind.TEXT && text.equals(word);
  }

  public boolean isWord() {
    return kind == Kind.WORD;
  }

  /** Whether it is a variable by its name: {@code $min}. */
  public boolean isVariable() {
    return isWord() && text.startsWith("$");
  }

  /** Whether it is a text that is never closed. */
  public boolean isOpenText() {
    return kind == Kind.TEXT
        && (text.length() == 1 || text.charAt(0) != text.charAt(text.length() - 1));
  }

  /** What stands between the quotes of a text; anything else as it is. */
  public String content() {
    return kind == Kind.TEXT ? text.substring(1, text.length() - (isOpenText() ? 0 : 1)) : text;
  }

  /** How a message names it. */
  public String shown() {
    if (kind == Kind.END) {
      return "the end of the file";
    }
    return kind == Kind.TEXT ? "the text " + text : "`" + text + "`";
  }
}
