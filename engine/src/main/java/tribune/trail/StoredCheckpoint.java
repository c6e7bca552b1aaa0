package tribune.trail;

import static java.util.Objects.requireNonNull;

import java.util.List;
import tribune.proof.ProofRefused;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.note.VerifierKey;

/**
 * A signed checkpoint as a trail keeps it, beside the key that is said to have signed it. Nothing
 * of it has been checked until {@link #verified} returned.
 *
 * @param size how many records it is over, of which it is kept after the last
 * @param key a verifier key on one line
 * @param note a signed note
 */
public record StoredCheckpoint(long size, String key, Bytes note) {
  public StoredCheckpoint {
    requireNonNull(key, "key");
    requireNonNull(note, "note");
    if (size < 1) {
      throw new IllegalArgumentException("a checkpoint is over one record or more, not " + size);
    }
  }

  /** One that was just signed. */
  static StoredCheckpoint of(VerifierKey key, SignedCheckpoint signed) {
    return new StoredCheckpoint(signed.claimed().size(), key.text(), Bytes.of(signed.bytes()));
  }

  /**
   * The checkpoint, whoever signed it.
   *
   * @throws ProofRefused if it is none
   */
  public SignedCheckpoint signed() {
    return SignedCheckpoint.parse(note.toArray());
  }

  /**
   * The key, whether or not it signed.
   *
   * @throws ProofRefused if it is none
   */
  public VerifierKey verifier() {
    return VerifierKey.parse(key);
  }

  /**
   * The checkpoint, if the key that it names signed it. Whose key that is, is for the caller.
   *
   * @throws ProofRefused if not
   */
  public Checkpoint verified() {
    return signed().verifiedBy(List.of(verifier()));
  }
}
