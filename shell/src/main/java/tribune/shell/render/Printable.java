package tribune.shell.render;

import java.util.Locale;

/**
 * Makes text that somebody else wrote safe to print. A title in a proposal must not be able to move
 * the cursor, change a colour, turn the writing direction or begin a line that looks like ours.
 *
 * <p>Control characters (C0, DEL, C1), bidirectional controls, other invisible format characters
 * and lone surrogates are shown as {@code <U+001B>}. The joiners that emoji and some scripts need
 * stay.
 */
final class Printable {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Printable() {}

  /** The text on one line: line ends and tabs become single blanks. */
  static String line(String text) {
    return clean(text.replace("\r\n", " "), ' ');
  }

  /** The text with its line ends kept, as {@code \n}; tabs become single blanks. */
  static String lines(String text) {
    return clean(text.replace("\r\n", "\n"), '\n');
  }

  private static String clean(String text, char lineEnd) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            character -> {
              if (character == '\n') {
                clean.append(lineEnd);
              } else if (character == '\t' || character == '\r') {
                clean.append(' ');
              } else if (isUnsafe(character)) {
                clean.append(String.format(Locale.ROOT, "<U+%04X>", character));
              } else {
                clean.appendCodePoint(character);
              }
            });
    return clean.toString();
  }

  private static boolean isUnsafe(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.FORMAT -> character != ZERO_WIDTH_JOINER && character != ZERO_WIDTH_NON_JOINER;
      default -> false;
    };
  }
}
