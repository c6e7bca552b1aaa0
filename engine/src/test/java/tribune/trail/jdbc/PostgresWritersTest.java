package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tribune.trail.jdbc.TrailContract.assertSound;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tribune.proof.Hash;
import tribune.trail.Receipt;
import tribune.trail.RevisionTaken;
import tribune.trail.Samples;
import tribune.trail.StoreRefused;
import tribune.trail.StoredRecord;
import tribune.trail.Trail;
import tribune.trail.TrailStopped;

/**
 * Several writers, some of which die. {@code -Dtribune.kill.cycles=500} kills more often, {@code
 * -Dtribune.kill.seed=N} otherwise.
 */
class PostgresWritersTest {
  private static final int CYCLES = Integer.getInteger("tribune.kill.cycles", 8);
  private static final long SEED = Long.getLong("tribune.kill.seed", 2_026);

  @Test
  void two_processes_append_without_a_gap_a_fork_or_a_step_back_in_time() throws Exception {
    TestDatabase database = TestDatabase.create();
    List<ChildWriter> children = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      children.add(ChildWriter.start(database, 150));
    }
    Map<Long, Hash> acknowledged = new TreeMap<>();
    for (ChildWriter child : children) {
      assertThat(child.output()).isEmpty();
      assertThat(child.acknowledged()).hasSize(150);
      acknowledged.putAll(child.acknowledged());
    }
    assertThat(acknowledged).hasSize(300);
    assertThat(isInterleaved(children)).as("both wrote at the same time").isTrue();
    try (Trail trail = database.open()) {
      assertThat(trail.head().size()).isEqualTo(301);
      assertAcknowledged(trail, acknowledged, "two writers");
      assertInOrder(trail);
      assertSound(trail);
    }
  }

  private static boolean isInterleaved(List<ChildWriter> children) {
    TreeMap<Long, Hash> one = new TreeMap<>(children.get(0).acknowledged());
    TreeMap<Long, Hash> other = new TreeMap<>(children.get(1).acknowledged());
    return one.firstKey() < other.lastKey() && other.firstKey() < one.lastKey();
  }

  @Test
  void time_does_not_step_back_between_writers_whose_clocks_differ() {
    TestDatabase database = TestDatabase.create();
    SettableClock behind = new SettableClock("2025-12-31T00:00:00Z");
    try (Trail one = database.open();
        Trail other = database.open(database.setup(behind))) {
      database.clock().move(Duration.ofHours(1));
      Instant first = one.append(Samples.draft("a", 1)).at();
      Receipt second = other.append(Samples.draft("b", 1));
      assertThat(second.seq()).isEqualTo(2);
      assertThat(second.at()).isEqualTo(first);
      assertThat(one.head()).isEqualTo(second.head());
      behind.move(Duration.ofDays(9));
      assertThat(other.append(Samples.draft("c", 1)).at()).isEqualTo(behind.instant());
      assertThat(one.append(Samples.draft("d", 1)).at()).isEqualTo(behind.instant());
      assertThatThrownBy(
              () ->
                  other.append(
                      Samples.withFacts(Samples.draft("a", 1), Samples.draft("other", 1).facts())))
          .isInstanceOf(RevisionTaken.class);
      assertSound(other);
    }
  }

  @Test
  void many_writers_that_begin_together_begin_one_trail() throws Exception {
    TestDatabase database = TestDatabase.create();
    List<Trail> trails = new ArrayList<>();
    List<Thread> threads =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    new Thread(
                        () -> {
                          Trail trail = database.open();
                          trail.append(Samples.draft("t" + i, 1));
                          synchronized (trails) {
                            trails.add(trail);
                          }
                        }))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(trails).hasSize(6).extracting(Trail::origin).containsOnly(trails.get(0).origin());
    assertThat(trails.get(0).head().size()).isEqualTo(7);
    assertSound(trails.get(5));
    trails.forEach(Trail::close);
  }

  @Test
  void nothing_acknowledged_is_lost_when_a_writer_is_killed_among_others() throws Exception {
    TestDatabase database = TestDatabase.create();
    SplittableRandom random = new SplittableRandom(SEED);
    Map<Long, Hash> acknowledged = new TreeMap<>();
    try (Trail survivor = database.open()) {
      for (int cycle = 0; cycle < CYCLES; cycle++) {
        ChildWriter child = ChildWriter.start(database, Integer.MAX_VALUE);
        child.awaitAcknowledgements(random.nextInt(1, 40));
        Thread.sleep(0, random.nextInt(1_000_000));
        child.kill();
        acknowledged.putAll(child.acknowledged());
        Receipt receipt = survivor.append(Samples.draft("survivor" + cycle, 1));
        acknowledged.put(receipt.seq(), receipt.leaf());
        String what = "seed " + SEED + ", cycle " + cycle;
        assertAcknowledged(survivor, acknowledged, what);
        assertThat(survivor.head().size()).as(what).isGreaterThan(acknowledged.size());
      }
      assertInOrder(survivor);
      assertSound(survivor);
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(2 * CYCLES);
  }

  @Test
  void nothing_acknowledged_is_lost_when_the_server_ends_a_connection() throws Exception {
    TestDatabase database = TestDatabase.create();
    SplittableRandom random = new SplittableRandom(SEED);
    Map<Long, Hash> acknowledged = new TreeMap<>();
    for (int cycle = 0; cycle < CYCLES; cycle++) {
      ChildWriter child = ChildWriter.start(database, Integer.MAX_VALUE);
      child.awaitAcknowledgements(random.nextInt(1, 40));
      Thread.sleep(0, random.nextInt(1_000_000));
      database.terminateConnections();
      assertThat(child.output())
          .contains("TrailStopped")
          .contains("nothing more is recorded until the trail is opened again")
          .contains("check the database server");
      acknowledged.putAll(child.acknowledged());
    }
    try (Trail trail = database.open()) {
      assertAcknowledged(trail, acknowledged, "seed " + SEED);
      assertInOrder(trail);
      assertSound(trail);
    }
  }

  @Test
  void a_server_that_stops_stops_the_trail_and_loses_nothing() {
    try (TestPostgres server = TestPostgres.start()) {
      TestDatabase database = TestDatabase.create(server);
      Trail trail = database.open();
      trail.append(Samples.draft("a", 1));
      server.stop();
      TrailStopped stopped =
          catchThrowableOfType(TrailStopped.class, () -> trail.append(Samples.draft("b", 1)));
      assertThat(stopped)
          .hasMessageContaining("the database of the trail, 127.0.0.1:")
          .hasMessageContaining("start again");
      assertThatThrownBy(() -> trail.append(Samples.draft("c", 1)))
          .isInstanceOf(TrailStopped.class);
      assertThatThrownBy(() -> trail.find("a")).isInstanceOf(TrailStopped.class);
      assertThatThrownBy(trail::head).isInstanceOf(TrailStopped.class);
      assertThatThrownBy(trail::verify).isInstanceOf(StoreRefused.class);
      trail.close();
    }
  }

  private static void assertAcknowledged(Trail trail, Map<Long, Hash> acknowledged, String what) {
    acknowledged.forEach(
        (seq, leaf) -> assertThat(trail.at(seq).map(StoredRecord::leaf)).as(what).contains(leaf));
  }

  private static void assertInOrder(Trail trail) {
    long next = 0;
    Instant last = Instant.MIN;
    for (StoredRecord record : trail.records(0).toList()) {
      assertThat(record.seq()).isEqualTo(next);
      assertThat(record.content().at()).isAfterOrEqualTo(last);
      last = record.content().at();
      next++;
    }
    assertThat(trail.head().size()).isEqualTo(next);
  }
}
