package tribune.rulebase;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Work that is waited for only so long. Neither Drools nor Java can be told to stop in the middle,
 * so what is late goes on beside the program until it ends by itself or the program does; nobody
 * looks at its result any more.
 */
final class InTime {
  /** Reading all rule files; those of the shipped rule base take a second. */
  static final Duration READING = Duration.ofMinutes(1);

  /** Compiling them, with looking for what does not compile; the shipped ones take seconds. */
  static final Duration COMPILING = Duration.ofMinutes(5);

  private InTime() {}

  /**
   * The result of the work, or what is there instead of it.
   *
   * @param work touches nothing that others use
   */
  static <T> T of(Duration limit, Supplier<T> work, Supplier<T> late) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(task, "tribune-rules");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return late.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return late.get();
    } catch (ExecutionException e) {
      throw thrown(requireNonNullElse(e.getCause(), e));
    }
  }

  /** As it would have been thrown on the thread that waits. */
  private static RuntimeException thrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }
}
