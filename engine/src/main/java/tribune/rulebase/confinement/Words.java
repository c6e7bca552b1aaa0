package tribune.rulebase.confinement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes a rule file apart into words, without comments. Whatever it is given, it comes to an end,
 * in time that grows with the length of the file.
 */
final class Words {
  private static final Set<String> LONG_SIGNS =
      Set.of(
          "==", "!=", "<=", ">=", "&&", "||", ":=", "->", "::", "++", "--", "-=", "+=", "*=", "/=",
          "%=", "&=", "|=", "^=");

  private final String text;
  private final List<Word> words = new ArrayList<>();
  private int at;
  private int line = 1;
  private int column = 1;

  private Words(String text) {
    this.text = text;
  }

  /** The words of a file, and the end after them. */
  static List<Word> of(String text) {
    Words words = new Words(text);
    while (words.at < text.length()) {
      words.next();
    }
    words.add(Word.Sort.END, words.at);
    return words.words;
  }

  private void next() {
    int first = text.codePointAt(at);
    if (Character.isWhitespace(first) || Character.isISOControl(first)) {
      to(at + 1);
    } else if (text.startsWith("//", at)) {
      to(endOf("\n", at));
    } else if (text.startsWith("/*", at)) {
      to(endOf("*/", at + 2));
    } else if (first == '"' || first == '\'') {
      add(Word.Sort.TEXT, endOfText(first));
    } else if (Character.isDigit(first)) {
      add(Word.Sort.NUMBER, endOfName());
    } else if (Character.isJavaIdentifierStart(first)) {
      add(Word.Sort.NAME, endOfName());
    } else {
      sign(first);
    }
  }

  private void sign(int first) {
    boolean isLong = at + 2 <= text.length() && LONG_SIGNS.contains(text.substring(at, at + 2));
    add(Word.Sort.SIGN, at + (isLong ? 2 : Character.charCount(first)));
  }

  private int endOf(String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found + mark.length();
  }

  /** A text that is not closed ends with its line. */
  private int endOfText(int quote) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != '\n') {
      char now = text.charAt(end);
      if (now == quote) {
        return end + 1;
      }
      end += now == '\\' && end + 1 < text.length() && text.charAt(end + 1) != '\n' ? 2 : 1;
    }
    return end;
  }

  private int endOfName() {
    int end = at;
    while (end < text.length() && Character.isJavaIdentifierPart(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private void add(Word.Sort sort, int end) {
    words.add(new Word(sort, text.substring(at, end), line, column));
    to(end);
  }

  private void to(int end) {
    while (at < end) {
      int now = text.codePointAt(at);
      column = now == '\n' ? 1 : column + 1;
      line += now == '\n' ? 1 : 0;
      at += Character.charCount(now);
    }
  }
}
