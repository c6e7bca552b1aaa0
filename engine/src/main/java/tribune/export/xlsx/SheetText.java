package tribune.export.xlsx;

/**
 * Text as a cell can hold it. What XML has no way to say becomes U+FFFD. A text that looks like an
 * escape of a character ({@code _x0041_}) is escaped, and so is a carriage return. Source:
 * ECMA-376, part 1, 22.9.2.19 (ST_Xstring).
 */
final class SheetText {
  /** How many characters a cell holds. Source: Excel specifications and limits. */
  static final int MAX_CHARS = 32_767;

  private static final String NOTE = " [cut: %d more characters, all in records.jsonl]";
  private static final int NOTE_CHARS = 80;

  private SheetText() {}

  static String of(String text) {
    String shown = fitting(text);
    StringBuilder out = new StringBuilder(shown.length() + 16);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      if (c == '\r' || (c == '_' && isEscape(shown, i))) {
        out.append("_x00").append(hex(c >> 4)).append(hex(c & 0xf)).append('_');
      } else {
        out.append(isAllowed(shown, i) ? c : '\ufffd');
      }
    }
    return out.toString();
  }

  /** The text, or what fits of it and how much is left out. */
  private static String fitting(String text) {
    if (text.length() <= MAX_CHARS) {
      return text;
    }
    int end = MAX_CHARS - NOTE_CHARS;
    int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    return text.substring(0, whole) + NOTE.replace("%d", String.valueOf(text.length() - whole));
  }

  private static boolean isEscape(String text, int at) {
    return text.regionMatches(at, "_x", 0, 2)
        && at + 6 < text.length()
        && text.charAt(at + 6) == '_'
        && text.substring(at + 2, at + 6).chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  private static char hex(int digit) {
    return "0123456789ABCDEF".charAt(digit);
  }

  private static boolean isAllowed(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    boolean isControl = (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c < 0xa0);
    return !isControl && c != '\ufffe' && c != '\uffff';
  }
}
