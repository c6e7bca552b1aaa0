package tribune.rulebase;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import tribune.threads.Uninterrupted;

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
    long end = System.nanoTime() + limit.toNanos();
    Optional<T> done = Uninterrupted.get(() -> before(end, task));
    return done.orElseGet(late);
  }

  private static <T> Optional<T> before(long end, Future<T> task)
      throws InterruptedException, ExecutionException {
    try {
      return Optional.of(task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    }
  }
}
