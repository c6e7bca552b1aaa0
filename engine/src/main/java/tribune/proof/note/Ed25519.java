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

/**
 * The JDK's Ed25519 with raw 32-byte keys. Stateless. Source: RFC 8032, section 5.1; RFC 8410 for
 * the bytes before a raw public key.
 */
final class Ed25519 {
  static final int KEY_BYTES = 32;
  static final int SIGNATURE_BYTES = 64;

  private static final String ALGORITHM = "Ed25519";
  private static final byte[] BEFORE_PUBLIC_KEY = HexFormat.of().parseHex("302a300506032b6570032100");

  private Ed25519() {}

  /** The public key, unless no point of the curve is written so. */
  static Optional<PublicKey> publicKey(byte[] raw) {
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

  private static AssertionError missing(GeneralSecurityException e) {
    return new AssertionError("every Java platform from 15 on has Ed25519", e);
  }
}
