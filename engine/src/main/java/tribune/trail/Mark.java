package tribune.trail;

import static java.util.Objects.requireNonNull;

/**
 * A place in the journal between two batches.
 *
 * @param head what the trail comes to up to here
 * @param offset where in the journal it is, in bytes
 */
public record Mark(Head head, long offset) {
  public Mark {
    requireNonNull(head, "head");
    if (offset < 0) {
      throw new IllegalArgumentException("negative offset: " + offset);
    }
  }
}
