package tribune.replay;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tribune.decision.Proposal;
import tribune.engine.Assessment;
import tribune.rulebase.RuleBase;
import tribune.trail.AuditResult;
import tribune.trail.Body;
import tribune.trail.StoredRecord;
import tribune.trail.Trail;

/**
 * Runs recorded audits on another rule base: recorded facts as of the recorded day, so that what
 * differs is due to the rules alone. It goes the way of an audit, {@link Assessment}, reads no
 * clock, and records nothing.
 *
 * <p>Several threads evaluate; a few records wait in memory for them, whatever the length of the
 * history. Used by one thread.
 */
public final class Backtest {
  private static final int RECORDS_A_PORTION = 16;
  private static final int PORTIONS_A_THREAD = 2;
  private static final long LONGEST_WAIT_MINUTES = 10;

  private final Trail trail;
  private final RuleBase rules;
  private final int threads;

  /**
   * @param rules the other rule base
   * @param threads how many evaluate at a time
   */
  public Backtest(Trail trail, RuleBase rules, int threads) {
    this.trail = requireNonNull(trail, "trail");
    this.rules = requireNonNull(rules, "rules");
    if (threads < 1) {
      throw new IllegalArgumentException("found " + threads + " threads, expected 1 or more");
    }
    this.threads = threads;
  }

  /**
   * Runs these audits; records that are none are passed over.
   *
   * @param each told what came of each, in the order of the records, by the thread that calls this;
   *     it may throw to stop
   */
  public void run(Stream<StoredRecord> audits, Consumer<Backtested> each) {
    ExecutorService workers = Executors.newFixedThreadPool(threads, Backtest::worker);
    try {
      new Portions(workers, each).run(audits.iterator());
    } finally {
      workers.shutdownNow();
      awaitEnd(workers);
    }
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "tribune-backtest");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Portions on their way through the workers, answered in the order in which they were handed in.
   */
  private final class Portions {
    private final Deque<Future<List<Backtested>>> waiting = new ArrayDeque<>();
    private final ExecutorService workers;
    private final Consumer<Backtested> each;

    Portions(ExecutorService workers, Consumer<Backtested> each) {
      this.workers = workers;
      this.each = each;
    }

    void run(Iterator<StoredRecord> audits) {
      while (audits.hasNext()) {
        List<StoredRecord> portion = new ArrayList<>();
        while (audits.hasNext() && portion.size() < RECORDS_A_PORTION) {
          portion.add(audits.next());
        }
        waiting.add(workers.submit(() -> rerun(portion)));
        if (waiting.size() >= threads * PORTIONS_A_THREAD) {
          tellOldest();
        }
      }
      while (!waiting.isEmpty()) {
        tellOldest();
      }
    }

    private void tellOldest() {
      result(waiting.remove()).forEach(each);
    }
  }

  private List<Backtested> rerun(List<StoredRecord> portion) {
    List<Backtested> done = new ArrayList<>();
    for (StoredRecord stored : portion) {
      if (stored.content().body() instanceof Body.Audited audited) {
        done.add(rerun(stored, audited));
      }
    }
    return done;
  }

  private Backtested rerun(StoredRecord stored, Body.Audited audited) {
    return RecordedFacts.of(trail, stored, audited)
        .fold(
            facts -> rerun(stored, audited, facts),
            why ->
                new Backtested.NotRerun(
                    stored.seq(), audited.decision(), audited.result().verdict(), why));
  }

  private Backtested rerun(StoredRecord stored, Body.Audited audited, Proposal facts) {
    AuditResult recorded = audited.result();
    AuditResult now = Assessment.asOf(facts, rules, recorded.asOf()).result();
    return new Backtested.Rerun(
        stored.seq(),
        audited.decision(),
        recorded.verdict(),
        now.verdict(),
        FindingChange.between(recorded.findings(), now.findings()));
  }

  private static List<Backtested> result(Future<List<Backtested>> portion) {
    try {
      return portion.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a backtest was running", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
  }

  /** Until nobody asks the trail any more: its owner may close it next. */
  private static void awaitEnd(ExecutorService workers) {
    try {
      workers.awaitTermination(LONGEST_WAIT_MINUTES, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
