package tribune.proof;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Commits to bytes without showing them: HMAC-SHA-256 under a random salt. Who has salt and bytes
 * can check the commitment; who has only the commitment cannot guess even a short text, and once
 * salt and bytes are destroyed nobody can. Stateless.
 *
 * <p>Written out here because the first use of {@code javax.crypto.Mac} in a process takes longer
 * than a whole commit; a test compares the two. Source: RFC 2104, section 2.
 */
public final class Commitment {
  /** How long a salt is, in bytes. */
  public static final int SALT_BYTES = 32;

  private static final int BLOCK_BYTES = 64;
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  private Commitment() {}

  /** The commitment to these bytes under this salt. */
  public static Hash of(byte[] salt, byte[] bytes) {
    if (salt.length != SALT_BYTES) {
      throw new IllegalArgumentException("a salt has 32 bytes, found " + salt.length);
    }
    MessageDigest digest = TreeHash.sha256();
    digest.update(padded(salt, INNER));
    byte[] inner = digest.digest(bytes);
    digest.update(padded(salt, OUTER));
    return Hash.owning(digest.digest(inner));
  }

  private static byte[] padded(byte[] salt, byte pad) {
    byte[] block = Arrays.copyOf(salt, BLOCK_BYTES);
    for (int i = 0; i < BLOCK_BYTES; i++) {
      block[i] ^= pad;
    }
    return block;
  }
}
