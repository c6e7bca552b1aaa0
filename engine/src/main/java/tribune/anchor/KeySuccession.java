package tribune.anchor;

import java.util.List;
import tribune.proof.Fault;
import tribune.proof.ProofRefused;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.note.VerifierKey;
import tribune.trail.KeyRotation;
import tribune.trail.StoredCheckpoint;
import tribune.trail.TrailProofs;

/**
 * Follows a trail from one signing key to the next. An exchange holds if its record names both
 * keys, stands in the tree of the checkpoint right after it, and both keys signed that: so the old
 * key itself says which one comes after it.
 */
public final class KeySuccession {
  private final TrailProofs proofs;

  public KeySuccession(TrailProofs proofs) {
    this.proofs = proofs;
  }

  /**
   * The key that signs now.
   *
   * @param key that signed a checkpoint which the trail goes on from
   * @param size of that checkpoint
   * @throws ProofRefused if an exchange since does not hold
   */
  public String after(String key, long size) {
    String now = key;
    for (KeyRotation rotation : proofs.rotations(size)) {
      require(rotation, now);
      now = rotation.newKey();
    }
    return now;
  }

  private void require(KeyRotation rotation, String key) {
    if (!rotation.oldKey().equals(key)) {
      throw refused(rotation, "an exchange of the key " + rotation.oldKey(), "of " + key);
    }
    StoredCheckpoint stored =
        rotation
            .checkpoint()
            .orElseThrow(
                () -> refused(rotation, "no checkpoint right after it", "one that both signed"));
    Checkpoint signed = stored.signed().verifiedBy(List.of(VerifierKey.parse(rotation.oldKey())));
    stored.signed().verifiedBy(List.of(VerifierKey.parse(rotation.newKey())));
    if (signed.size() != rotation.seq() + 1) {
      throw refused(rotation, "a checkpoint over " + signed.size() + " records", "the one after it");
    }
    proofs
        .inclusion(rotation.seq(), signed.size())
        .verify(rotation.record().leaf(), signed.root());
  }

  private static ProofRefused refused(KeyRotation rotation, String found, String expected) {
    return ProofRefused.of(
        Fault.NOT_SIGNED,
        "exchange of the signing key by record %s: found %s, expected %s",
        rotation.seq(),
        found,
        expected);
  }
}
