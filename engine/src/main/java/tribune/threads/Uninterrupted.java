package tribune.threads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;

/**
 * Waits for another thread. Whoever is interrupted meanwhile gets the answer all the same and stays
 * interrupted: what the other thread does cannot be taken back by not listening. Stateless.
 */
public final class Uninterrupted {
  private Uninterrupted() {}

  /** Something that waits. */
  public interface Waiting<T> {
    T get() throws InterruptedException, ExecutionException;
  }

  /**
   * What was waited for.
   *
   * @throws RuntimeException as the other thread threw it; an {@link IOException} comes as {@link
   *     UncheckedIOException}, other checked exceptions as {@link IllegalStateException}
   */
  public static <T> T get(Waiting<T> waiting) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return waiting.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw unwrapped(e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException unwrapped(ExecutionException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause instanceof IOException io) {
      return new UncheckedIOException(io);
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(failure);
  }
}
