package tribune.shell.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line split into words, as it is typed in the interactive shell or stands in a script.
 *
 * <p>Blanks separate words. Between single quotes everything stands for itself. Between double
 * quotes a backslash takes {@code "} and {@code \} literally and stands for itself before anything
 * else. Outside quotes a backslash takes any character literally. A backslash before a line end
 * joins the two lines. Quoted and unquoted parts that touch are one word; {@code ''} is an empty
 * one. A line whose first word begins with an unquoted {@code #} is a comment. Nothing is expanded:
 * no {@code *}, no {@code ~}, no {@code $}, no {@code !}.
 *
 * @param words the words; those of a comment are none
 * @param open what the line's end was still inside of
 */
public record SplitLine(List<Word> words, Optional<Open> open) {

  /** What can be left open at the end of a line. */
  public enum Open {
    SINGLE_QUOTE("a single quote is not closed"),
    DOUBLE_QUOTE("a double quote is not closed"),
    BACKSLASH("nothing follows the backslash at the end");

    private final String complaint;

    Open(String complaint) {
      this.complaint = complaint;
    }

    public String complaint() {
      return complaint;
    }
  }

  /**
   * One word.
   *
   * @param text without quotes and escapes
   * @param start where it begins in the line
   * @param end where it ends in the line, exclusive
   */
  public record Word(String text, int start, int end) {}

  public SplitLine {
    words = List.copyOf(words);
  }

  public static SplitLine of(String line) {
    Scanner scanner = new Scanner(line);
    return scanner.isComment() ? new SplitLine(List.of(), Optional.empty()) : scanner.split();
  }

  /** The words without their places. */
  public List<String> texts() {
    return words.stream().map(Word::text).toList();
  }

  /** The word, quoted where it must be to come back as this one word. */
  public static String quote(String word) {
    boolean isSafe =
        !word.isEmpty()
            && !word.startsWith("#")
            && word.chars().noneMatch(c -> isBlank(c) || c == '\'' || c == '"' || c == '\\');
    return isSafe ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static boolean isBlank(int character) {
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
  }

  private static final class Scanner {

    private final String line;
    private final List<Word> words = new ArrayList<>();
    private int at;

    Scanner(String line) {
      this.line = line;
      skipBlanks();
    }

    boolean isComment() {
      return at < line.length() && line.charAt(at) == '#';
    }

    SplitLine split() {
      Optional<Open> open = Optional.empty();
      while (at < line.length() && open.isEmpty()) {
        open = word();
        skipBlanks();
      }
      return new SplitLine(words, open);
    }

    private void skipBlanks() {
      while (at < line.length() && (isBlank(line.charAt(at)) || isJoin())) {
        at += isJoin() ? 2 : 1;
      }
    }

    private Optional<Open> word() {
      int start = at;
      StringBuilder text = new StringBuilder();
      Optional<Open> open = Optional.empty();
      while (at < line.length() && !isBlank(line.charAt(at)) && open.isEmpty()) {
        open =
            switch (line.charAt(at)) {
              case '\'' -> singleQuoted(text);
              case '"' -> doubleQuoted(text);
              case '\\' -> escaped(text);
              default -> plain(text);
            };
      }
      words.add(new Word(text.toString(), start, at));
      return open;
    }

    private Optional<Open> plain(StringBuilder text) {
      text.append(line.charAt(at));
      at++;
      return Optional.empty();
    }

    private Optional<Open> escaped(StringBuilder text) {
      if (at + 1 == line.length()) {
        at++;
        return Optional.of(Open.BACKSLASH);
      }
      if (!isJoin()) {
        text.append(line.charAt(at + 1));
      }
      at += 2;
      return Optional.empty();
    }

    private Optional<Open> singleQuoted(StringBuilder text) {
      int close = line.indexOf('\'', at + 1);
      int end = close < 0 ? line.length() : close;
      text.append(line, at + 1, end);
      at = Math.min(end + 1, line.length());
      return close < 0 ? Optional.of(Open.SINGLE_QUOTE) : Optional.empty();
    }

    private Optional<Open> doubleQuoted(StringBuilder text) {
      at++;
      while (at < line.length()) {
        char here = line.charAt(at);
        if (here == '"') {
          at++;
          return Optional.empty();
        }
        if (isJoin()) {
          at += 2;
        } else if (here == '\\'
            && at + 1 < line.length()
            && "\"\\".indexOf(line.charAt(at + 1)) >= 0) {
          text.append(line.charAt(at + 1));
          at += 2;
        } else {
          text.append(here);
          at++;
        }
      }
      return Optional.of(Open.DOUBLE_QUOTE);
    }

    private boolean isJoin() {
      return line.startsWith("\\\n", at);
    }
  }
}
