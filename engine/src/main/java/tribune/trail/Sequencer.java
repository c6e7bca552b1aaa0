package tribune.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tribune.threads.Uninterrupted;

/**
 * One thread that does all the work of one trail, in the order in which it was asked. Submissions
 * that wait together become durable together. Nobody interrupts this thread: an interrupt inside
 * JDBC or a file channel would close the store. Whoever waits for an answer gets it, interrupted or
 * not.
 */
final class Sequencer {
  private static final int MAX_WAITING = 4_096;
  private static final int MAX_TOGETHER = 256;

  /** A batch is read as a whole, so it must not grow with the number of those who wait. */
  private static final int MAX_RECORDS = Trail.MAX_DRAFTS;

  private final BlockingQueue<Job> jobs = new ArrayBlockingQueue<>(MAX_WAITING);
  private final Thread thread;
  private boolean closing;
  private Consumer<List<Submission>> commit = submissions -> {};

  private sealed interface Job {}

  private record Append(Submission submission) implements Job {}

  private record Call(Runnable work) implements Job {}

  private record Stop() implements Job {}

  Sequencer(String name) {
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** What is to be done with submissions; said once, before the first. */
  void commitWith(Consumer<List<Submission>> how) {
    call(
        () -> {
          commit = how;
          return true;
        });
  }

  /** Has this done by the thread and returns what it came to, or throws what it threw. */
  <T> T call(Callable<T> work) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    put(new Call(() -> complete(answer, work)));
    return Uninterrupted.get(answer::get);
  }

  /** Has these made durable and returns their receipts, or throws why not. */
  List<Receipt> submit(Submission submission) {
    put(new Append(submission));
    return Uninterrupted.get(submission.answer()::get);
  }

  /** Does what was asked before, then this, then ends the thread. May be called again. */
  void close(Runnable last) {
    synchronized (this) {
      if (!closing) {
        put(new Call(last));
        put(new Stop());
        closing = true;
      }
    }
    Uninterrupted.get(
        () -> {
          thread.join();
          return true;
        });
  }

  private synchronized void put(Job job) {
    if (closing) {
      throw new IllegalStateException("the trail is closed");
    }
    Uninterrupted.get(
        () -> {
          jobs.put(job);
          return true;
        });
  }

  private void run() {
    List<Job> next = new ArrayList<>();
    boolean stop = false;
    while (!stop) {
      next.add(Uninterrupted.get(jobs::take));
      jobs.drainTo(next, MAX_TOGETHER - 1);
      stop = next.get(next.size() - 1) instanceof Stop;
      work(next);
      next.clear();
    }
  }

  private void work(List<Job> next) {
    List<Submission> together = new ArrayList<>();
    for (Job job : next) {
      if (job instanceof Append append) {
        commitIfFull(together, append.submission());
        together.add(append.submission());
      } else if (job instanceof Call call) {
        commit(together);
        call.work().run();
      }
    }
    commit(together);
  }

  private void commitIfFull(List<Submission> together, Submission next) {
    int waiting = together.stream().mapToInt(it -> it.additions().size()).sum();
    if (waiting + next.additions().size() > MAX_RECORDS) {
      commit(together);
    }
  }

  private void commit(List<Submission> together) {
    if (together.isEmpty()) {
      return;
    }
    try {
      commit.accept(List.copyOf(together));
    } catch (RuntimeException | Error e) {
      together.forEach(submission -> submission.answer().completeExceptionally(e));
    }
    together.clear();
  }

  private static <T> void complete(CompletableFuture<T> answer, Callable<T> work) {
    try {
      answer.complete(work.call());
    } catch (Exception | Error e) {
      answer.completeExceptionally(e);
    }
  }
}
