package tribune.export;

import static java.util.Objects.requireNonNull;

import tribune.proof.checkpoint.Checkpoint;

/**
 * What an export holds.
 *
 * @param checkpoint over all its records
 * @param key the verifier key of the trail, on one line
 * @param payloads how many records have their facts in it
 * @param ruleBases how many rule bases these name
 * @param later how many records the trail has that no checkpoint covers, and that are not in it
 */
public record Exported(
    Checkpoint checkpoint, String key, long payloads, long ruleBases, long later) {
  public Exported {
    requireNonNull(checkpoint, "checkpoint");
    requireNonNull(key, "key");
  }

  public long records() {
    return checkpoint.size();
  }
}
