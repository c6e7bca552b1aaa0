package tribune.proof.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import tribune.proof.Fault;
import tribune.proof.ProofRefused;

/** Bytes as text, without forgiving anything. Stateless. */
public final class StrictText {
  private static final int MAX_SHOWN = 60;

  private StrictText() {}

  /**
   * The text of these bytes.
   *
   * @param what is read, for messages, such as {@code signed note}
   * @throws ProofRefused if there are more than {@code maxBytes}, or they are no UTF-8
   */
  public static String utf8(String what, byte[] bytes, int maxBytes) {
    if (bytes.length > maxBytes) {
      throw ProofRefused.of(
          Fault.TOO_LONG, "%s: found %d bytes, expected at most %d", what, bytes.length, maxBytes);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ProofRefused(
          Fault.MALFORMED, what + ": found bytes that are no UTF-8, expected text in UTF-8");
    }
  }

  /**
   * The text of these bytes, which is whole lines.
   *
   * @throws ProofRefused as {@link #utf8}, or if it has a control character other than the newline
   *     (a carriage return is one), or does not end in a newline
   */
  public static String lines(String what, byte[] bytes, int maxBytes) {
    String text = utf8(what, bytes, maxBytes);
    int control = firstControl(text);
    if (control >= 0) {
      long line = text.substring(0, control).chars().filter(c -> c == '\n').count() + 1;
      throw ProofRefused.of(
          Fault.MALFORMED,
          "%s, line %d: found the control character U+%04X, expected none but the newline",
          what,
          line,
          (int) text.charAt(control));
    }
    if (!text.endsWith("\n")) {
      throw new ProofRefused(
          Fault.MALFORMED,
          what + ": found an end in the middle of a line, expected a newline as the last byte");
    }
    return text;
  }

  /** A part of a text as a message may show it: in quotes, short, without control characters. */
  public static String shown(String part) {
    String shortened =
        part.codePoints()
            .limit(MAX_SHOWN)
            .mapToObj(c -> Character.isISOControl(c) ? "?" : Character.toString(c))
            .collect(Collectors.joining());
    boolean whole = part.codePointCount(0, part.length()) <= MAX_SHOWN;
    return '"' + shortened + (whole ? "\"" : "...\"");
  }

  private static int firstControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' && text.charAt(i) != '\n') {
        return i;
      }
    }
    return -1;
  }
}
