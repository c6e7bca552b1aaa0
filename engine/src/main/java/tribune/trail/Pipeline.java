package tribune.trail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Has blocks read by the thread of the trail, looked at by several threads, and hands the results
 * on in order. Holds a few blocks at a time, however long the trail is. What goes wrong while a
 * block is read or looked at is thrown when its turn comes, so that what is wrong before it is told
 * first. Used by one thread.
 */
final class Pipeline implements AutoCloseable {
  private final Blocks blocks;
  private final Desk desk;
  private final int threads;
  private final Deque<CompletableFuture<Block.Checked>> waiting = new ArrayDeque<>();
  private @Nullable ExecutorService pool;
  private boolean atEnd;

  Pipeline(Blocks blocks, Desk desk, int threads) {
    this.blocks = blocks;
    this.desk = desk;
    this.threads = threads;
  }

  /** The next block, looked at; empty after the last. */
  Optional<Block.Checked> next() {
    while (!atEnd && waiting.size() < threads + 1) {
      read();
    }
    CompletableFuture<Block.Checked> first = waiting.poll();
    if (first == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(first.join());
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : e;
    }
  }

  private void read() {
    try {
      Optional<Block> block = desk.ask(blocks::next);
      atEnd = block.isEmpty();
      block.ifPresent(it -> waiting.add(CompletableFuture.supplyAsync(it::vet, pool())));
    } catch (RuntimeException e) {
      atEnd = true;
      waiting.add(CompletableFuture.failedFuture(e));
    }
  }

  private ExecutorService pool() {
    ExecutorService ready = pool;
    if (ready == null) {
      ready =
          Executors.newFixedThreadPool(
              threads,
              work -> {
                Thread thread = new Thread(work, "tribune-verify");
                thread.setDaemon(true);
                return thread;
              });
      pool = ready;
    }
    return ready;
  }

  @Override
  public void close() {
    if (pool != null) {
      pool.shutdownNow();
    }
  }
}
