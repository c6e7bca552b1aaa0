package tribune.trail;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import tribune.proof.Hash;

/**
 * The acknowledgement of a record: whoever holds it may rely on the record being durable.
 *
 * @param seq the place of the record in the trail
 * @param at its time
 * @param leaf its leaf hash
 * @param head a head of the trail that includes it
 * @param checkpoint that head, signed by the key of the trail
 */
public record Receipt(long seq, Instant at, Hash leaf, Head head, StoredCheckpoint checkpoint) {
  public Receipt {
    requireNonNull(at, "at");
    requireNonNull(leaf, "leaf");
    if (head.size() <= seq) {
      throw new IllegalArgumentException("record " + seq + " is not in a trail of " + head.size());
    }
    if (checkpoint.size() != head.size()) {
      throw new IllegalArgumentException(
          "a checkpoint over " + checkpoint.size() + " records is not of " + head);
    }
  }
}
