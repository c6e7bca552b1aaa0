package tribune.export;

import java.util.Locale;

/** Text of unknown origin in Markdown: one line, nothing in it is markup, a link or a mention. */
final class MarkdownText {
  private static final String MARKUP = "\\`*_{}[]<>()#+-.!|~&:@/=\"'";

  private MarkdownText() {}

  static String of(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(c, escaped));
    return escaped.toString().strip();
  }

  private static void append(int c, StringBuilder out) {
    if (Character.isWhitespace(c) || c == 0x85 || c == 0x2028 || c == 0x2029) {
      out.append(' ');
    } else if (Character.isISOControl(c)) {
      out.append('\ufffd');
    } else if (isDirection(c)) {
      out.append("U+").append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
    } else if (isMarkup(c, out)) {
      out.append('\\').appendCodePoint(c);
    } else {
      out.appendCodePoint(c);
    }
  }

  /** Marks that turn the direction of what follows, up to the end of the line. */
  private static boolean isDirection(int c) {
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  }

  /** Points and hyphens are only markup where they may begin a list, a link or a rule. */
  private static boolean isMarkup(int c, StringBuilder before) {
    boolean isInWord =
        before.length() > 0 && Character.isLetterOrDigit(before.charAt(before.length() - 1));
    return c < 0x80 && MARKUP.indexOf(c) >= 0 && !(isInWord && (c == '-' || c == '\'' || c == '"'));
  }
}
