package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.trail.Body;
import tribune.trail.Receipt;
import tribune.trail.Samples;
import tribune.trail.StoredRecord;
import tribune.trail.Trail;

/**
 * Threads that are interrupted at any moment while they append: each audit is there once, and the
 * threads stay interrupted. {@code -Dtribune.interrupts.seed=N} does it at other moments.
 */
class InterruptionTest {
  private static final long SEED = Long.getLong("tribune.interrupts.seed", 2_026);
  private static final int THREADS = 8;
  private static final int APPENDS = 60;

  private final Map<String, Receipt> receipts = new ConcurrentHashMap<>();
  private final AtomicInteger seenInterrupted = new AtomicInteger();

  @Test
  void in_a_home_nothing_is_lost_doubled_or_broken(@TempDir Path directory) throws Exception {
    run(new TestHome(directory.resolve("home")));
  }

  @Test
  void in_a_database_nothing_is_lost_doubled_or_broken() throws Exception {
    run(TestDatabase.create());
  }

  private void run(TestStore store) throws Exception {
    try (Trail trail = store.open()) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        String name = "t" + i;
        threads.add(new Thread(() -> append(trail, name), name));
      }
      threads.forEach(Thread::start);
      interrupt(threads);
      for (Thread thread : threads) {
        thread.join();
      }
      String what = "seed " + SEED;
      assertThat(receipts).as(what).hasSize(THREADS * APPENDS);
      assertThat(seenInterrupted).as(what).hasPositiveValue();
      requireOnceEach(trail, what);
      TrailContract.assertSound(trail);
    }
    try (Trail trail = store.open()) {
      assertThat(trail.head().size()).isEqualTo(1 + THREADS * APPENDS);
    }
  }

  private static void interrupt(List<Thread> threads) {
    SplittableRandom random = new SplittableRandom(SEED);
    while (threads.stream().anyMatch(Thread::isAlive)) {
      threads.get(random.nextInt(THREADS)).interrupt();
      for (int pause = random.nextInt(100_000); pause > 0; pause--) {
        Thread.onSpinWait();
      }
    }
  }

  /** Nobody but this thread clears its flag, so one that was seen must still be there after. */
  private void append(Trail trail, String name) {
    for (int i = 0; i < APPENDS; i++) {
      boolean before = Thread.currentThread().isInterrupted();
      String id = name + "-" + i;
      receipts.put(id, trail.append(Samples.draft(id, 1)));
      boolean after = Thread.interrupted();
      seenInterrupted.addAndGet(after ? 1 : 0);
      if (before && !after) {
        receipts.remove(id);
      }
    }
  }

  private void requireOnceEach(Trail trail, String what) {
    List<String> ids = new ArrayList<>();
    for (StoredRecord record : trail.records(1).toList()) {
      String id = ((Body.Audited) record.content().body()).decision().id();
      ids.add(id);
      assertThat(receipts.get(id).seq()).as("%s: %s", what, id).isEqualTo(record.seq());
      assertThat(receipts.get(id).leaf()).as("%s: %s", what, id).isEqualTo(record.leaf());
    }
    assertThat(ids).as(what).doesNotHaveDuplicates().hasSameSizeAs(receipts.keySet());
  }
}
