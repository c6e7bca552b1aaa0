package tribune.threads;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has pieces of work done by several threads and hands the results on in the order of the pieces.
 * Holds a few pieces at a time, however many there are. What goes wrong while a piece is fetched or
 * worked on is thrown when its turn comes, so that what is wrong before it is told first. Used by
 * one thread, which is also the one that fetches. Threads without work end by themselves, so one
 * that was never closed costs nothing.
 *
 * @param <A> a piece of work
 * @param <B> what comes of it
 */
public final class InOrder<A, B> implements AutoCloseable {
  private static final long LONGEST_WAIT_MINUTES = 10;

  private final String name;
  private final int threads;
  private final int ahead;
  private final Supplier<Optional<A>> source;
  private final Function<A, B> work;
  private final Deque<CompletableFuture<B>> waiting = new ArrayDeque<>();
  private @Nullable ExecutorService pool;
  private boolean atEnd;

  /**
   * Starts no thread before there is work.
   *
   * @param name of the threads
   * @param threads how many work at a time
   * @param ahead how many pieces are held at most; more than threads, so that none has to wait
   * @param source gives the next piece; empty after the last
   * @param work done by any of the threads
   */
  public InOrder(
      String name, int threads, int ahead, Supplier<Optional<A>> source, Function<A, B> work) {
    if (threads < 1 || ahead < threads) {
      throw new IllegalArgumentException(
          "found " + threads + " threads and " + ahead + " pieces, expected 1 or more of both");
    }
    this.name = requireNonNull(name, "name");
    this.threads = threads;
    this.ahead = ahead;
    this.source = requireNonNull(source, "source");
    this.work = requireNonNull(work, "work");
  }

  /** What an iterator gives, as a source. */
  public static <A> Supplier<Optional<A>> each(Iterator<A> pieces) {
    return () -> pieces.hasNext() ? Optional.of(pieces.next()) : Optional.empty();
  }

  /**
   * What came of the next piece; empty after the last.
   *
   * @throws RuntimeException as source or work threw it
   */
  public Optional<B> next() {
    while (!atEnd && waiting.size() < ahead) {
      fetch();
    }
    CompletableFuture<B> first = waiting.poll();
    return first == null ? Optional.empty() : Optional.of(Uninterrupted.get(first::get));
  }

  /** Hands on what comes of all pieces that are left. */
  public void forEach(Consumer<B> each) {
    for (Optional<B> done = next(); done.isPresent(); done = next()) {
      each.accept(done.get());
    }
  }

  private void fetch() {
    try {
      Optional<A> piece = source.get();
      atEnd = piece.isEmpty();
      piece.ifPresent(
          it -> waiting.add(CompletableFuture.supplyAsync(() -> work.apply(it), pool())));
    } catch (RuntimeException e) {
      atEnd = true;
      waiting.add(CompletableFuture.failedFuture(e));
    }
  }

  private ExecutorService pool() {
    ExecutorService ready = pool;
    if (ready == null) {
      ThreadPoolExecutor fresh =
          new ThreadPoolExecutor(
              threads, threads, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
      fresh.allowCoreThreadTimeOut(true);
      ready = fresh;
      pool = ready;
    }
    return ready;
  }

  private Thread thread(Runnable works) {
    Thread thread = new Thread(works, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Begins no more work, and waits for what is begun: it may use what is closed next. */
  @Override
  public void close() {
    ExecutorService started = pool;
    if (started == null) {
      return;
    }
    started.shutdownNow();
    try {
      started.awaitTermination(LONGEST_WAIT_MINUTES, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
