package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.trail.Head;
import tribune.trail.Receipt;
import tribune.trail.Samples;
import tribune.trail.StoredRecord;
import tribune.trail.Trail;
import tribune.trail.TrailSetup;

/**
 * Several threads append and read, and note by one logical clock when each call began and ended.
 * What they saw must be explained by appends that each took place at one moment between the two.
 * {@code -Dtribune.history.rounds=N} plays N rounds, {@code -Dtribune.history.seed=N} others.
 */
class LinearityTest {
  private static final int ROUNDS = Integer.getInteger("tribune.history.rounds", 1);
  private static final long SEED = Long.getLong("tribune.history.seed", 2_026);
  private static final int CALLS = 80;

  private final AtomicLong clock = new AtomicLong();

  /** A call that took place between two ticks of the logical clock. */
  private record Call(long from, long to, List<Receipt> receipts, long sizeSeen) {}

  @Test
  void a_home_with_many_threads_is_one_order_of_appends(@TempDir Path directory) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      TestHome home = new TestHome(directory.resolve("home" + round));
      try (Trail trail = home.open(jumping(home, round))) {
        check(trail, played(Stream.generate(() -> trail).limit(6).toList(), round), round);
      }
    }
  }

  @Test
  void a_database_with_many_writers_is_one_order_of_appends() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      TestDatabase database = TestDatabase.create();
      List<Trail> writers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        writers.add(database.open(jumping(database, round * 10 + i)));
      }
      List<Trail> each = Stream.concat(writers.stream(), writers.stream()).toList();
      check(writers.get(0), played(each, round), round);
      writers.forEach(Trail::close);
    }
  }

  private static TrailSetup jumping(TestStore store, long seed) {
    return store.setup(new JumpingClock(store.clock(), SEED + seed));
  }

  private List<Call> played(List<Trail> trails, int round) throws Exception {
    ConcurrentLinkedQueue<Call> calls = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < trails.size(); i++) {
      Trail trail = trails.get(i);
      String name = "r" + round + "t" + i;
      SplittableRandom random = new SplittableRandom(SEED + round * 100L + i);
      Thread thread = new Thread(() -> play(trail, name, random, calls));
      thread.setUncaughtExceptionHandler((where, failure) -> failures.add(failure));
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failures).isEmpty();
    return List.copyOf(calls);
  }

  private void play(
      Trail trail, String name, SplittableRandom random, ConcurrentLinkedQueue<Call> calls) {
    for (int i = 0; i < CALLS; i++) {
      String id = name + "-" + i;
      long from = clock.incrementAndGet();
      if (random.nextInt(3) == 0) {
        Head seen = trail.head();
        calls.add(new Call(from, clock.incrementAndGet(), List.of(), seen.size()));
      } else {
        List<Receipt> receipts =
            trail.appendAll(
                IntStream.rangeClosed(0, random.nextInt(3))
                    .mapToObj(part -> Samples.draft(id + "-" + part, 1))
                    .toList());
        calls.add(new Call(from, clock.incrementAndGet(), receipts, 0));
      }
    }
  }

  private static void check(Trail trail, List<Call> calls, int round) {
    String what = "seed " + SEED + ", round " + round;
    List<Call> appends = calls.stream().filter(call -> !call.receipts().isEmpty()).toList();
    List<StoredRecord> records = trail.records(0).toList();
    List<Receipt> receipts = appends.stream().flatMap(call -> call.receipts().stream()).toList();
    assertThat(receipts).as(what).hasSize(records.size() - 1);
    for (Receipt receipt : receipts) {
      StoredRecord record = records.get((int) receipt.seq());
      assertThat(record.leaf()).as(what).isEqualTo(receipt.leaf());
      assertThat(record.content().at()).as(what).isEqualTo(receipt.at());
    }
    requireReceiptsOfHeads(trail, receipts, what);
    requireTogether(appends, what);
    requireOrderOfPlaces(appends, what);
    requireReadsBetween(calls, appends, what);
    Kept.requireInOrder(trail, what);
    TrailContract.assertSound(trail);
  }

  /** The head of a receipt contains its record, and is one that the trail went through. */
  private static void requireReceiptsOfHeads(Trail trail, List<Receipt> receipts, String what) {
    Head now = trail.head();
    for (Receipt receipt : receipts) {
      long size = receipt.head().size();
      assertThat(size).as(what).isGreaterThan(receipt.seq());
      trail.proofs().inclusion(receipt.seq(), size).verify(receipt.leaf(), receipt.head().root());
      trail.proofs().consistency(size, now.size()).verify(receipt.head().root(), now.root());
    }
  }

  private static void requireTogether(List<Call> appends, String what) {
    for (Call append : appends) {
      long first = append.receipts().get(0).seq();
      for (int i = 0; i < append.receipts().size(); i++) {
        assertThat(append.receipts().get(i).seq()).as(what).isEqualTo(first + i);
      }
    }
  }

  /** An append that ended before another began has the lower place. */
  private static void requireOrderOfPlaces(List<Call> appends, String what) {
    List<Call> byPlace =
        appends.stream().sorted(Comparator.comparing(it -> it.receipts().get(0).seq())).toList();
    long latestStart = 0;
    for (Call append : byPlace) {
      assertThat(append.to()).as("%s: %s", what, append).isGreaterThan(latestStart);
      latestStart = Math.max(latestStart, append.from());
    }
  }

  /** Who looks sees all that was acknowledged before, and nothing that was asked for later. */
  private static void requireReadsBetween(List<Call> calls, List<Call> appends, String what) {
    for (Call read : calls) {
      if (read.receipts().isEmpty()) {
        long atLeast = 1 + count(appends.stream().filter(it -> it.to() < read.from()));
        long atMost = 1 + count(appends.stream().filter(it -> it.from() < read.to()));
        assertThat(read.sizeSeen()).as("%s: %s", what, read).isBetween(atLeast, atMost);
      }
    }
  }

  private static long count(Stream<Call> appends) {
    return appends.mapToLong(it -> it.receipts().size()).sum();
  }
}
