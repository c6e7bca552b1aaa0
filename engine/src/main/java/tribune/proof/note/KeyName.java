package tribune.proof.note;

import java.nio.charset.StandardCharsets;

/**
 * What the name of a key may be: not empty, no Unicode space, no plus sign. We ask for more: no
 * control character, because names are shown on terminals, and at most 255 bytes of UTF-8, because
 * other signature types have no room for more. Source: C2SP signed-note, "Format".
 */
final class KeyName {
  static final int MAX_BYTES = 255;

  /** For messages. */
  static final String EXPECTED =
      "a name of 1 to " + MAX_BYTES + " bytes without blanks, plus signs and control characters";

  private static final int NEXT_LINE = 0x85;

  private KeyName() {}

  static boolean isValid(String name) {
    return !name.isEmpty()
        && StandardCharsets.UTF_8.newEncoder().canEncode(name)
        && name.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES
        && name.codePoints().noneMatch(KeyName::isForbidden);
  }

  private static boolean isForbidden(int c) {
    return c == '+'
        || c == NEXT_LINE
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c);
  }
}
