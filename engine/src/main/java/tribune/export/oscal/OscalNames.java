package tribune.export.oscal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Names as OSCAL wants them. UUIDs are made of what they name (RFC 9562, version 5, which is the
 * only one of these that its schema takes), so the same record has the same ones in every export.
 */
final class OscalNames {
  /** What our properties belong to. */
  static final String NAMESPACE = "urn:tribune:oscal:1";

  /** Within which our UUIDs are made. */
  private static final UUID WITHIN = UUID.fromString("5b0fa2c4-6d1e-4c53-9a37-0e2f7c81d946");

  private static final int VERSION_5 = 0x50;
  private static final int VARIANT = 0x80;

  private OscalNames() {}

  /** The UUID of something. */
  static String uuid(String kind, Object... parts) {
    StringBuilder name = new StringBuilder(kind);
    for (Object part : parts) {
      name.append('\n').append(part);
    }
    byte[] digest = sha1(name.toString().getBytes(UTF_8));
    digest[6] = (byte) ((digest[6] & 0x0f) | VERSION_5);
    digest[8] = (byte) ((digest[8] & 0x3f) | VARIANT);
    ByteBuffer bytes = ByteBuffer.wrap(digest);
    return new UUID(bytes.getLong(), bytes.getLong()).toString();
  }

  private static byte[] sha1(byte[] name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(
          ByteBuffer.allocate(16)
              .putLong(WITHIN.getMostSignificantBits())
              .putLong(WITHIN.getLeastSignificantBits())
              .array());
      return digest.digest(name);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-1", e);
    }
  }

  /** The objective of a check, of which a finding says whether it is satisfied. */
  static String objective(String check) {
    return check + "_obj";
  }

  /**
   * Text on one line without white space at its ends, which properties need; a dash if nothing is
   * left.
   */
  static String line(String text) {
    String plain =
        text.codePoints()
            .map(c -> isShown(c) ? c : ' ')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip();
    return plain.isEmpty() ? "-" : plain;
  }

  private static boolean isShown(int c) {
    return !Character.isISOControl(c)
        && !Character.isSpaceChar(c)
        && !Character.isWhitespace(c)
        && c != 0xfeff;
  }
}
