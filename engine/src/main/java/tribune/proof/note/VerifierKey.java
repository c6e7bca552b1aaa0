package tribune.proof.note;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import tribune.proof.Fault;
import tribune.proof.ProofRefused;
import tribune.proof.text.Spelling;
import tribune.proof.text.StrictText;

/**
 * A public key with its name and what it signs, written on one line: {@code name+key id+key}. Name
 * and key id together tell whose signature a line of a note is. Immutable; safe for use by several
 * threads.
 *
 * <p>Source: C2SP signed-note, "Verifier keys"; the key id is the first 4 bytes of {@code
 * SHA-256(name || 0x0A || type || public key)}.
 */
public final class VerifierKey {
  static final int ID_BYTES = 4;

  private static final String WHAT = "verifier key";
  private static final HexFormat HEX = HexFormat.of();

  private final String name;
  private final KeyType type;
  private final byte[] raw;
  private final PublicKey key;
  private final byte[] id;

  private VerifierKey(String name, KeyType type, byte[] raw, PublicKey key) {
    this.name = name;
    this.type = type;
    this.raw = raw;
    this.key = key;
    this.id = id(name, type, raw);
  }

  /**
   * A key.
   *
   * @param publicKey 32 bytes, as RFC 8032 writes a public key
   * @throws ProofRefused if the name or the bytes cannot be those of a key
   */
  public static VerifierKey of(String name, KeyType type, byte[] publicKey) {
    if (!KeyName.isValid(name)) {
      throw malformed("the name " + StrictText.shown(name), KeyName.EXPECTED);
    }
    byte[] raw = publicKey.clone();
    if (raw.length != Ed25519.KEY_BYTES) {
      throw malformed("a key of " + raw.length + " bytes", "32 bytes");
    }
    PublicKey key =
        Ed25519.publicKey(raw)
            .orElseThrow(
                () -> malformed("32 bytes that are no usable point", "an Ed25519 public key"));
    return new VerifierKey(name, type, raw, key);
  }

  /**
   * Reads the one line that {@link #text} writes.
   *
   * @throws ProofRefused if it is not such a line, or if the key has another key id
   */
  public static VerifierKey parse(String text) {
    String[] parts = text.split("\\+", 3);
    if (parts.length < 3) {
      throw malformed(StrictText.shown(text), "name, key id and key with plus signs between");
    }
    byte[] typeAndKey =
        Spelling.base64(parts[2])
            .filter(bytes -> bytes.length == 1 + Ed25519.KEY_BYTES)
            .orElseThrow(
                () -> malformed(StrictText.shown(parts[2]), "33 bytes, type and key, in base64"));
    KeyType type =
        KeyType.ofCode(typeAndKey[0])
            .orElseThrow(
                () -> malformed("key type " + typeAndKey[0], "1 (Ed25519) or 4 (cosignature/v1)"));
    VerifierKey key = of(parts[0], type, Arrays.copyOfRange(typeAndKey, 1, typeAndKey.length));
    if (!key.idText().equals(parts[1])) {
      throw ProofRefused.of(
          Fault.KEY_ID_MISMATCH,
          "%s: found key id %s, expected %s for this name and key",
          WHAT,
          StrictText.shown(parts[1]),
          key.idText());
    }
    return key;
  }

  public String name() {
    return name;
  }

  public KeyType type() {
    return type;
  }

  /** The raw public key, 32 bytes. */
  public byte[] publicKey() {
    return raw.clone();
  }

  /** The key id as 8 lower-case hex digits. */
  public String idText() {
    return HEX.formatHex(id);
  }

  /** The key on one line, to hand out. */
  public String text() {
    byte[] typeAndKey = Bytes.joined(new byte[] {type.code()}, raw);
    return name + "+" + idText() + "+" + Spelling.base64(typeAndKey);
  }

  /** Whether these 64 bytes are this key's Ed25519 signature of the message. */
  public boolean verifies(byte[] message, byte[] signature) {
    return Ed25519.verifies(key, message, signature);
  }

  byte[] id() {
    return id.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that
        && name.equals(that.name)
        && type == that.type
        && Arrays.equals(raw, that.raw);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(id);
  }

  /** The line to hand out. */
  @Override
  public String toString() {
    return text();
  }

  private static byte[] id(String name, KeyType type, byte[] raw) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(type.code());
      return Arrays.copyOf(digest.digest(raw), ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static ProofRefused malformed(String found, String expected) {
    return ProofRefused.of(Fault.MALFORMED, "%s: found %s, expected %s", WHAT, found, expected);
  }
}
