package tribune.trail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tribune.proof.ProofRefused;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.note.VerifierKey;

/**
 * Checks the checkpoints that a trail keeps: each says what the records before it come to, and is
 * signed by the one key of the trail. Used by one thread.
 */
final class CheckpointCheck {
  private Optional<String> expected;
  private final Map<String, VerifierKey> keys = new HashMap<>();

  /**
   * @param expected the key of the trail; if it is not known, that of the first checkpoint
   */
  CheckpointCheck(Optional<String> expected) {
    this.expected = expected;
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

  /** Why its signature does not hold. */
  Optional<EntryCheck.Misfit> unsigned(StoredCheckpoint stored) {
    String wanted = expected.orElse(stored.key());
    expected = Optional.of(wanted);
    if (!stored.key().equals(wanted)) {
      return Optional.of(
          new EntryCheck.Misfit("a checkpoint of the key " + stored.key(), "of the key " + wanted));
    }
    try {
      stored.signed().verifiedBy(List.of(keys.computeIfAbsent(wanted, VerifierKey::parse)));
      return Optional.empty();
    } catch (ProofRefused e) {
      return Optional.of(
          new EntryCheck.Misfit(
              "a checkpoint that is not signed (" + e.getMessage() + ")",
              "a signature of " + wanted));
    }
  }
}
