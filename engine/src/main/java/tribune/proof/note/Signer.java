package tribune.proof.note;

import static java.util.Objects.requireNonNull;

/** A private key under the name and the type it signs with. Immutable. */
public final class Signer {
  private final SigningKey key;
  private final VerifierKey verifier;

  private Signer(SigningKey key, VerifierKey verifier) {
    this.key = requireNonNull(key, "key");
    this.verifier = verifier;
  }

  /**
   * A key that signs notes under this name; for a log, the name is its origin.
   *
   * @throws tribune.proof.ProofRefused if no key can have the name
   */
  public static Signer ofNotes(String name, SigningKey key) {
    return new Signer(key, VerifierKey.of(name, KeyType.NOTE, key.publicKey()));
  }

  /**
   * A witness's key. It must sign nothing else: what a cosignature signs does not say by whom.
   *
   * @throws tribune.proof.ProofRefused if no key can have the name
   */
  public static Signer ofCosignatures(String name, SigningKey key) {
    return new Signer(key, VerifierKey.of(name, KeyType.COSIGNATURE, key.publicKey()));
  }

  /** What others need to check the signatures. */
  public VerifierKey verifier() {
    return verifier;
  }

  /** Ed25519 over a message: 64 bytes. */
  public byte[] sign(byte[] message) {
    return key.sign(message);
  }

  /** The verifier key. */
  @Override
  public String toString() {
    return "signer " + verifier;
  }
}
