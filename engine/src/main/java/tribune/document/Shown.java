package tribune.document;

/**
 * Text of a file as a message may show it: on one line, short, and without characters that move the
 * cursor, colour the terminal, turn the direction of writing or hide.
 */
public final class Shown {
  private static final int LONGEST = 60;
  private static final int TAB = 4;
  private static final String REPLACEMENT = "\uFFFD";

  /** First and last code points of the blocks that terminals draw two columns wide. */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xA000, 0xA4CF,
    0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300,
    0x1F64F, 0x1F680, 0x1F6FF, 0x1F900, 0x1F9FF, 0x20000, 0x3FFFD
  };

  private Shown() {}

  /** Text of unknown length, cut where it gets long. */
  public static String brief(String text) {
    String line = inline(text);
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "...";
  }

  /** The whole text on one line. */
  public static String inline(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().forEach(point -> line.append(point == '\t' ? " " : character(point)));
    return line.toString();
  }

  static String character(int point) {
    if (point == '\t') {
      return " ".repeat(TAB);
    }
    if (point < 0x20) {
      return Character.toString(0x2400 + point);
    }
    return isHidden(point) ? REPLACEMENT : Character.toString(point);
  }

  /** How many columns a terminal gives to {@link #character}. */
  static int width(int point) {
    if (point == '\t') {
      return TAB;
    }
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(point) ? 2 : 1;
  }

  private static boolean isHidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static boolean isWide(int point) {
    for (int i = 0; i < WIDE.length; i += 2) {
      if (point >= WIDE[i] && point <= WIDE[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
