package tribune.trail;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;

/**
 * What somebody calls a submission, so that it is recorded once however often it is sent: after an
 * answer that was lost, the same is sent under the same key. Stands in the record, where everybody
 * who may read it can see it: never a secret.
 *
 * @param text 1 to {@value #MAX_CHARS} characters that can be printed
 */
public record SubmissionKey(String text) {
  /** How long a key may be. */
  public static final int MAX_CHARS = 200;

  private static final int FRESH_BYTES = 16;

  /**
   * @throws IllegalArgumentException if the text is empty, blank at an end, too long, or has a
   *     character that cannot be seen
   */
  public SubmissionKey {
    boolean isPlain =
        text.codePoints().noneMatch(SubmissionKey::isHidden)
            && text.equals(text.strip())
            && Normalizer.isNormalized(text, Normalizer.Form.NFC);
    if (text.isEmpty() || text.length() > MAX_CHARS || !isPlain) {
      throw new IllegalArgumentException(
          "found a key of "
              + text.length()
              + " characters, expected 1 to "
              + MAX_CHARS
              + " that can be seen, in Unicode's form NFC, without blanks at the ends");
    }
  }

  private static boolean isHidden(int character) {
    int type = Character.getType(character);
    return Character.isISOControl(character)
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** A key that nobody else has. */
  public static SubmissionKey fresh(SecureRandom random) {
    byte[] bytes = new byte[FRESH_BYTES];
    random.nextBytes(bytes);
    return new SubmissionKey(HexFormat.of().formatHex(bytes));
  }

  /** The key of one of several that are submitted under this one, from 1. */
  public SubmissionKey of(int number) {
    return new SubmissionKey(text + "/" + number);
  }

  @Override
  public String toString() {
    return text;
  }
}
