package tribune.anchor;

import java.util.List;
import tribune.proof.Fault;
import tribune.proof.ProofRefused;
import tribune.proof.TreeHash;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.TlogProof;
import tribune.proof.note.VerifierKey;
import tribune.trail.AuditRecord;
import tribune.trail.Body;
import tribune.trail.KeyRotation;
import tribune.trail.StoredCheckpoint;
import tribune.trail.TrailProofs;
import tribune.trail.UnreadableRecord;

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

  /**
   * The key that comes after this one.
   *
   * @param proof of the record, with the checkpoint right after it
   * @param record that exchanges the key
   * @throws ProofRefused if it does not hold
   */
  static VerifierKey next(TlogProof proof, byte[] record, VerifierKey key) {
    Checkpoint signed = proof.checkpoint().verifiedBy(List.of(key));
    proof.inclusion().verify(TreeHash.leaf(record), signed.root());
    Body body = read(record).body();
    if (!(body instanceof Body.Rotated rotated)
        || !rotated.oldKey().equals(key.text())
        || proof.inclusion().index() != signed.size() - 1) {
      throw ProofRefused.of(
          Fault.NOT_SIGNED,
          "exchange of the signing key: found %s, expected an exchange of %s, and the checkpoint"
              + " right after it",
          body.type(),
          key);
    }
    VerifierKey next = VerifierKey.parse(rotated.newKey());
    proof.checkpoint().verifiedBy(List.of(next));
    return next;
  }

  private static AuditRecord read(byte[] record) {
    try {
      return AuditRecord.read(record);
    } catch (UnreadableRecord e) {
      throw ProofRefused.of(
          Fault.MALFORMED, "exchange of the signing key: found no record (%s)", e.getMessage());
    }
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
      throw refused(
          rotation, "a checkpoint over " + signed.size() + " records", "the one after it");
    }
    proofs.inclusion(rotation.seq(), signed.size()).verify(rotation.record().leaf(), signed.root());
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
