package tribune.proof;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 value: 32 bytes. Immutable; compared in constant time. */
public final class Hash {
  /** How long a hash is, in bytes. */
  public static final int BYTES = 32;

  private static final HexFormat HEX = HexFormat.of();

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a hash has 32 bytes, found " + bytes.length);
    }
    this.bytes = bytes;
  }

  public static Hash of(byte[] bytes) {
    return new Hash(bytes.clone());
  }

  /**
   * The hash written as 64 lower-case hex digits.
   *
   * @throws IllegalArgumentException for anything else, capitals included
   */
  public static Hash ofHex(String hex) {
    Hash hash = new Hash(HEX.parseHex(hex));
    if (!hash.hex().equals(hex)) {
      throw new IllegalArgumentException("a hash is written in lower-case hex digits: " + hex);
    }
    return hash;
  }

  /** A hash that the caller just computed and does not keep. */
  static Hash owning(byte[] bytes) {
    return new Hash(bytes);
  }

  void addTo(MessageDigest digest) {
    digest.update(bytes);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String hex() {
    return HEX.formatHex(bytes);
  }

  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The hex digits. */
  @Override
  public String toString() {
    return hex();
  }
}
