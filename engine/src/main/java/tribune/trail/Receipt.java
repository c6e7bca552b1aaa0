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
 */
public record Receipt(long seq, Instant at, Hash leaf, Head head) {
  public Receipt {
    requireNonNull(at, "at");
    requireNonNull(leaf, "leaf");
    if (head.size() <= seq) {
      throw new IllegalArgumentException("record " + seq + " is not in a trail of " + head.size());
    }
  }
}
