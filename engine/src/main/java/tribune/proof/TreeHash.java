package tribune.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes of a Merkle tree: a leaf is {@code SHA-256(0x00 || bytes)}, a node {@code SHA-256(0x01
 * || left || right)}, the empty tree {@code SHA-256("")}. The first byte keeps a leaf from ever
 * passing for a node. Stateless. Source: RFC 9162, section 2.1.1.
 */
public final class TreeHash {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private TreeHash() {}

  /** The root of the tree without leaves. */
  public static Hash empty() {
    return Hash.owning(sha256().digest());
  }

  /** The hash of the leaf that holds these bytes. */
  public static Hash leaf(byte[] bytes) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    return Hash.owning(digest.digest(bytes));
  }

  /** The hash of the node above these two. */
  public static Hash node(Hash left, Hash right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    left.addTo(digest);
    right.addTo(digest);
    return Hash.owning(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
