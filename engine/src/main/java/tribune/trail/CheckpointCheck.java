package tribune.trail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tribune.proof.ProofRefused;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.note.VerifierKey;

/**
 * Checks the checkpoints that a trail keeps: each says what the records before it come to, and is
 * signed by the key that was in force there. A record {@code key.rotated} puts another key in
 * force; the checkpoint right after it is signed by both. Told of records and checkpoints in their
 * order. Used by one thread.
 */
final class CheckpointCheck {
  private final Set<String> keys = new LinkedHashSet<>();
  private Optional<String> inForce;
  private Body.@Nullable Rotated rotated;
  private long rotatedAt;

  /**
   * @param inForce the key at the beginning; if it is not known, that of the first checkpoint
   */
  CheckpointCheck(Optional<String> inForce) {
    this.inForce = inForce;
    inForce.ifPresent(keys::add);
  }

  /** Why this is not what the records up to here come to; signatures are not looked at. */
  static Optional<EntryCheck.Misfit> misfit(StoredCheckpoint stored, TrailEnd end) {
    Checkpoint wanted = Checkpoint.of(end.origin(), end.tree().size(), end.tree().root());
    try {
      Checkpoint claimed = stored.signed().claimed();
      return claimed.equals(wanted) && stored.size() == wanted.size()
          ? Optional.empty()
          : Optional.of(new EntryCheck.Misfit("a checkpoint of " + claimed, "of " + wanted));
    } catch (ProofRefused e) {
      return Optional.of(
          new EntryCheck.Misfit("no checkpoint (" + e.getMessage() + ")", "one of " + wanted));
    }
  }

  /** Why this key did not sign it; for any thread. */
  static Optional<EntryCheck.Misfit> unsigned(StoredCheckpoint stored, String key) {
    try {
      stored.signed().verifiedBy(List.of(VerifierKey.parse(key)));
      return Optional.empty();
    } catch (ProofRefused e) {
      return Optional.of(
          new EntryCheck.Misfit(
              "a checkpoint that is not signed (" + e.getMessage() + ")", "a signature of " + key));
    }
  }

  /** The keys that were in force, in order. */
  Set<String> keys() {
    return keys;
  }

  /** The record whose exchange of the key is not signed for yet. */
  Optional<Long> open() {
    return rotated == null ? Optional.empty() : Optional.of(rotatedAt);
  }

  /** Why this record cannot stand here. */
  Optional<EntryCheck.Misfit> follow(StoredRecord record) {
    if (rotated != null) {
      return Optional.of(
          new EntryCheck.Misfit(
              "no checkpoint right after the key was exchanged by record " + rotatedAt,
              "one that the old and the new key signed"));
    }
    if (record.content().body() instanceof Body.Rotated found) {
      if (!inForce.equals(Optional.of(found.oldKey()))) {
        return Optional.of(
            new EntryCheck.Misfit(
                "an exchange of the key " + found.oldKey(),
                "of " + inForce.orElse("none, as nothing was signed before")));
      }
      rotated = found;
      rotatedAt = record.seq();
    }
    return Optional.empty();
  }

  /** Why its signature does not hold, or not here. */
  Optional<EntryCheck.Misfit> unsigned(StoredCheckpoint stored) {
    return unsigned(stored, unsigned(stored, stored.key()));
  }

  /**
   * The same.
   *
   * @param own what looking at the signature of the key that it names came to
   */
  Optional<EntryCheck.Misfit> unsigned(StoredCheckpoint stored, Optional<EntryCheck.Misfit> own) {
    Body.@Nullable Rotated exchange = rotated;
    String wanted = exchange == null ? inForce.orElse(stored.key()) : exchange.newKey();
    if (!stored.key().equals(wanted)) {
      return Optional.of(
          new EntryCheck.Misfit("a checkpoint of the key " + stored.key(), "of the key " + wanted));
    }
    Optional<EntryCheck.Misfit> misfit =
        own.or(() -> exchange == null ? Optional.empty() : unsigned(stored, exchange.oldKey()));
    inForce = Optional.of(wanted);
    keys.add(wanted);
    rotated = null;
    return misfit;
  }
}
