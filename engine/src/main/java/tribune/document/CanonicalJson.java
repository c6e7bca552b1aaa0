package tribune.document;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * The one way to write a {@link Json} value as bytes, and back: RFC 8785 in a restricted profile.
 * Records are hashed in this form, so reading accepts exactly what writing produces and nothing
 * else: no white space, no other order of keys, no other escape, no other spelling of a number.
 *
 * <p>The profile: keys of the form {@code [a-z][A-Za-z0-9]*}, at most {@value #MAX_KEY_CHARS}
 * characters (capitals inside a key are allowed because facts bear the same names in YAML, DRL and
 * JSON); text in Unicode NFC without lone surrogates; whole numbers up to 2^53-1; no null, no
 * fraction, no true or false; at most {@value #MAX_DEPTH} levels and {@value #MAX_BYTES} bytes.
 *
 * <p>Stateless and safe for use by several threads. Source: RFC 8785 (JSON Canonicalization
 * Scheme), sections 3.2.2 and 3.2.3.
 */
public final class CanonicalJson {
  /** How deep objects and arrays may be nested. */
  public static final int MAX_DEPTH = 64;

  /** How long a document may be, in bytes. */
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  static final int MAX_KEY_CHARS = 64;

  private CanonicalJson() {}

  /**
   * The canonical bytes of a value.
   *
   * @throws NotCanonicalJson if a key or a text is outside the profile, or the value is too deep or
   *     too long; the offset is where in the output the fault would stand
   */
  public static byte[] write(Json value) {
    return new CanonicalWriter().write(value);
  }

  /**
   * The value that these bytes are the canonical form of.
   *
   * @throws NotCanonicalJson if they are not the canonical form of any value
   */
  public static Json read(byte[] bytes) {
    return new CanonicalReader(bytes).read();
  }

  /**
   * A text that has a canonical form, as near to the given one as can be: normalised to NFC, each
   * lone surrogate replaced by U+FFFD.
   */
  public static Json.Text text(String text) {
    if (isAscii(text)) {
      return new Json.Text(text);
    }
    String whole = isWellFormed(text) ? text : withoutLoneSurrogates(text);
    return new Json.Text(Normalizer.normalize(whole, Normalizer.Form.NFC));
  }

  /** Asked for every member of every record, so without a regular expression. */
  static boolean isKey(String key) {
    if (key.isEmpty() || key.length() > MAX_KEY_CHARS || !isSmall(key.charAt(0))) {
      return false;
    }
    for (int i = 1; i < key.length(); i++) {
      char c = key.charAt(i);
      if (!isSmall(c) && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isNfc(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFC);
  }

  static boolean isWellFormed(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /** Most texts are, and all of those are well-formed and NFC. */
  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String withoutLoneSurrogates(String text) {
    int[] whole = text.codePoints().map(c -> c >= 0xd800 && c <= 0xdfff ? 0xfffd : c).toArray();
    return new String(whole, 0, whole.length);
  }
}
