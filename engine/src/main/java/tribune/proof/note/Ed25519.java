package tribune.proof.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * The JDK's Ed25519 with raw 32-byte keys. Stateless. Source: RFC 8032, section 5.1; RFC 8410 for
 * the bytes before a raw public key.
 */
final class Ed25519 {
  static final int KEY_BYTES = 32;
  static final int SIGNATURE_BYTES = 64;

  private static final String ALGORITHM = "Ed25519";
  private static final byte[] BEFORE_PUBLIC_KEY =
      HexFormat.of().parseHex("302a300506032b6570032100");

  /**
   * The points of order 1, 2, 4 and 8, the sign of x aside. Anybody can make signatures that hold
   * under such a key; the JDK takes it.
   */
  private static final Set<String> SMALL_ORDER =
      Set.of(
          "0100000000000000000000000000000000000000000000000000000000000000",
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "0000000000000000000000000000000000000000000000000000000000000000",
          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");

  private Ed25519() {}

  /** The public key, unless no point of the curve is written so, or one of small order. */
  static Optional<PublicKey> publicKey(byte[] raw) {
    if (isOfSmallOrder(raw)) {
      return Optional.empty();
    }
    try {
      PublicKey key =
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(Bytes.joined(BEFORE_PUBLIC_KEY, raw)));
      Signature.getInstance(ALGORITHM).initVerify(key);
      return Optional.of(key);
    } catch (InvalidKeySpecException | java.security.InvalidKeyException noPoint) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  static PrivateKey privateKey(byte[] seed) {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  static byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** The length is looked at here because the JDK's verifier takes bytes after a good signature. */
  static boolean verifies(PublicKey key, byte[] message, byte[] signed) {
    if (signed.length != SIGNATURE_BYTES) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(message);
      return signature.verify(signed);
    } catch (SignatureException noPointOrScalar) {
      return false;
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  private static boolean isOfSmallOrder(byte[] raw) {
    byte[] unsigned = raw.clone();
    unsigned[KEY_BYTES - 1] &= 0x7f;
    return SMALL_ORDER.contains(HexFormat.of().formatHex(unsigned));
  }

  private static AssertionError missing(GeneralSecurityException e) {
    return new AssertionError("every Java platform from 15 on has Ed25519", e);
  }
}
