package tribune.trail;

import java.util.List;
import java.util.Optional;
import tribune.proof.ProofRefused;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.note.VerifierKey;

/**
 * Where a verification begins.
 *
 * @param end what the first record has to follow
 * @param key the key in force there, if it is known
 */
record Start(TrailEnd end, Optional<String> key) {
  /** At the first record. */
  static final Start OF_ALL = new Start(TrailEnd.START, Optional.empty());

  long size() {
    return end.tree().size();
  }

  /**
   * After the records that a checkpoint is over, if it is of this trail.
   *
   * @param goal how far the trail goes
   * @throws TrailUnsound if the trail does not go on from it, or its key did not sign it
   */
  static Start after(SignedCheckpoint since, TrailTables tables, Head goal) {
    Checkpoint then = since.claimed();
    if (then.size() == 0) {
      return OF_ALL;
    }
    if (then.size() > goal.size()) {
      throw unsound("a trail of " + goal.size() + " records", "one of " + then.size() + " or more");
    }
    TrailEnd end = new TableReader(tables).end(then.size());
    if (!end.origin().equals(then.origin())) {
      throw unsound("a checkpoint of " + then.origin(), "one of " + end.origin());
    }
    if (!end.tree().root().equals(then.root())) {
      throw unsound(
          "another history: " + then.size() + " records with root " + end.tree().root(),
          "root " + then.root());
    }
    String key =
        KeyHistory.of(tables)
            .at(then.size())
            .orElseThrow(() -> unsound("no signed checkpoint in the trail", "one or more"));
    try {
      since.verifiedBy(List.of(VerifierKey.parse(key)));
    } catch (ProofRefused e) {
      throw unsound(
          "a checkpoint that is not signed (" + e.getMessage() + ")", "a signature of " + key);
    }
    return new Start(end, Optional.of(key));
  }

  private static TrailUnsound unsound(String found, String expected) {
    return new TrailUnsound(Unsoundness.ofSince(found, expected));
  }
}
