package tribune.trail;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.LongConsumer;
import tribune.proof.checkpoint.SignedCheckpoint;

/**
 * How a trail is to be verified.
 *
 * @param since a checkpoint of the trail that somebody kept: what it is over is taken as it was
 *     then, and only what follows is read
 * @param threads how many hash and check signatures at once; reading stays with the one thread of
 *     the trail
 * @param progress told how many records are checked, now and then, by the thread that asked; may
 *     throw to stop
 */
public record Verification(Optional<SignedCheckpoint> since, int threads, LongConsumer progress) {
  /** More of them hold more in memory, and wait for the one that reads. */
  private static final int MOST_THREADS = 8;

  public Verification {
    requireNonNull(since, "since");
    requireNonNull(progress, "progress");
    if (threads < 1) {
      throw new IllegalArgumentException("found " + threads + " threads, expected 1 or more");
    }
  }

  /** All of it, on all cores. */
  public static Verification ofAll() {
    int cores = Runtime.getRuntime().availableProcessors();
    return new Verification(Optional.empty(), Math.min(MOST_THREADS, cores), size -> {});
  }

  public Verification since(SignedCheckpoint checkpoint) {
    return new Verification(Optional.of(checkpoint), threads, progress);
  }

  public Verification withThreads(int other) {
    return new Verification(since, other, progress);
  }

  public Verification withProgress(LongConsumer other) {
    return new Verification(since, threads, other);
  }
}
