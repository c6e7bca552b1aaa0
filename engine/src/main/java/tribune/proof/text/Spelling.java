package tribune.proof.text;

import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import tribune.proof.Hash;

/**
 * Values as lines write them. Each has one spelling; any other is no value, so that two different
 * files never say the same. Stateless.
 */
public final class Spelling {
  /** The decimal digits of the largest long. */
  private static final int MAX_DIGITS = 19;

  private Spelling() {}

  /** A whole number from 0 to 2^63-1: ASCII digits, no sign, no leading zero. */
  public static OptionalLong decimal(String word) {
    if (word.isEmpty() || word.length() > MAX_DIGITS || !word.chars().allMatch(Spelling::isDigit)) {
      return OptionalLong.empty();
    }
    if (word.startsWith("0") && word.length() > 1) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(word));
    } catch (NumberFormatException beyondLong) {
      return OptionalLong.empty();
    }
  }

  /** Bytes in the standard alphabet, padded, with the unused bits zero. RFC 4648, section 4. */
  public static Optional<byte[]> base64(String word) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(word);
    } catch (IllegalArgumentException otherCharacters) {
      return Optional.empty();
    }
    return base64(bytes).equals(word) ? Optional.of(bytes) : Optional.empty();
  }

  /** The one way to write these bytes. */
  public static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** A hash: 44 characters of base64. */
  public static Optional<Hash> hash(String word) {
    return base64(word).filter(bytes -> bytes.length == Hash.BYTES).map(Hash::of);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
