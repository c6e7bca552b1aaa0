package tribune.proof.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import tribune.proof.Fault;
import tribune.proof.ProofRefused;
import tribune.proof.text.Spelling;

/**
 * An Ed25519 private key: a seed of 32 bytes. Written as PKCS#8 in PEM, in the one form that {@code
 * openssl genpkey -algorithm ed25519} writes too; where those bytes are kept, and who may read
 * them, is the caller's to see to. Never shown by {@link #toString}. Immutable; safe for use by
 * several threads.
 *
 * <p>Source: RFC 8032, section 5.1.5; RFC 8410, section 7; RFC 7468, section 10.
 */
public final class SigningKey {
  /** How long a seed is, in bytes. */
  public static final int SEED_BYTES = Ed25519.KEY_BYTES;

  private static final byte[] BEFORE_SEED =
      HexFormat.of().parseHex("302e020100300506032b657004220420");
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
  private static final String END = "\n-----END PRIVATE KEY-----\n";

  private final byte[] seed;
  private final PrivateKey key;
  private final byte[] publicKey;

  private SigningKey(byte[] seed) {
    this.seed = seed;
    this.key = Ed25519.privateKey(seed);
    this.publicKey = publicKeyOf(seed);
  }

  /** A new key. */
  public static SigningKey generate(SecureRandom random) {
    byte[] seed = new byte[SEED_BYTES];
    random.nextBytes(seed);
    return new SigningKey(seed);
  }

  /** The key with this seed of 32 bytes. */
  public static SigningKey ofSeed(byte[] seed) {
    if (seed.length != SEED_BYTES) {
      throw new IllegalArgumentException("a seed has 32 bytes, found " + seed.length);
    }
    return new SigningKey(seed.clone());
  }

  /**
   * The key that {@link #pem} wrote.
   *
   * @throws ProofRefused for anything else; the message shows nothing of what was found
   */
  public static SigningKey ofPem(byte[] pem) {
    String text = new String(pem, StandardCharsets.ISO_8859_1);
    if (text.startsWith(BEGIN) && text.endsWith(END) && text.length() > BEGIN.length()) {
      int end = Math.max(BEGIN.length(), text.length() - END.length());
      byte[] der =
          Spelling.base64(text.substring(BEGIN.length(), end)).orElseThrow(SigningKey::noKey);
      byte[] before = Arrays.copyOf(der, BEFORE_SEED.length);
      if (der.length == BEFORE_SEED.length + SEED_BYTES && Arrays.equals(before, BEFORE_SEED)) {
        return new SigningKey(Arrays.copyOfRange(der, BEFORE_SEED.length, der.length));
      }
    }
    throw noKey();
  }

  /** The key as PKCS#8 in PEM: three lines. */
  public byte[] pem() {
    String base64 = Spelling.base64(Bytes.joined(BEFORE_SEED, seed));
    return (BEGIN + base64 + END).getBytes(StandardCharsets.US_ASCII);
  }

  /** The raw public key, 32 bytes. */
  public byte[] publicKey() {
    return publicKey.clone();
  }

  byte[] sign(byte[] message) {
    return Ed25519.sign(key, message);
  }

  /** Shows the public key only. */
  @Override
  public String toString() {
    return "signing key of " + HexFormat.of().formatHex(publicKey);
  }

  /**
   * The JDK derives a public key only while it makes a pair, so it is given the seed where it asks
   * for chance; whether it took it so is checked.
   */
  private static byte[] publicKeyOf(byte[] seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new SeedAsRandom(seed));
      KeyPair pair = generator.generateKeyPair();
      byte[] taken = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
      if (!Arrays.equals(taken, seed)) {
        throw new IllegalStateException(
            "this Java platform makes Ed25519 keys in another way than from 32 random bytes");
      }
      byte[] encoded = pair.getPublic().getEncoded();
      return Arrays.copyOfRange(encoded, encoded.length - Ed25519.KEY_BYTES, encoded.length);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform from 15 on has Ed25519", e);
    }
  }

  private static ProofRefused noKey() {
    return new ProofRefused(
        Fault.MALFORMED,
        "private key: found something else, expected an unencrypted Ed25519 key as PKCS#8 in PEM:"
            + " BEGIN line, 64 characters of base64, END line, each ended by a newline");
  }
}
