package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tribune.proof.Hash;
import tribune.trail.Body;
import tribune.trail.Draft;
import tribune.trail.Opening;
import tribune.trail.Receipt;
import tribune.trail.Samples;
import tribune.trail.Soundness;
import tribune.trail.StoredRecord;
import tribune.trail.Trail;
import tribune.trail.TrailException;

/**
 * What a trail goes through in the tests of faults, always the same: it begins, several audits are
 * recorded at once and by several threads, a rule base comes before its first audit, a crash is
 * recovered from, an older index is caught up, and the clock jumps far and back. What was
 * acknowledged is written down as it comes.
 */
final class Story {
  private static final Duration FAR = Duration.ofDays(36_500);

  private final TestHome home;
  private final DiskThatFails disk;
  private final Path olderIndex;
  private final Map<Long, Hash> acknowledged = Collections.synchronizedMap(new TreeMap<>());
  private final Set<List<String>> handedIn = Collections.synchronizedSet(new LinkedHashSet<>());

  private final List<TrailException> failures = Collections.synchronizedList(new ArrayList<>());

  Story(Path directory, DiskThatFails disk) {
    this.home = new TestHome(directory.resolve("home"));
    this.olderIndex = directory.resolve("older.mv.db");
    this.disk = disk;
  }

  TestHome home() {
    return home;
  }

  Path olderIndex() {
    return olderIndex;
  }

  Map<Long, Hash> acknowledged() {
    return acknowledged;
  }

  /** Goes on until the end, or until something fails. */
  void tell() throws IOException {
    try (Trail trail = open()) {
      append(trail, Samples.draft("a", 1), Samples.draft("b", 1));
      home.clock().move(FAR);
      append(trail, Samples.withRules(Samples.draft("c", 1), Samples.rules("2")));
    }
    home.copy(home.index(), olderIndex);
    tear();
    home.clock().move(FAR.multipliedBy(-2));
    try (Trail trail = open()) {
      appendTogether(trail);
    }
    home.copy(olderIndex, home.index());
    try (Trail trail = open()) {
      append(trail, Samples.withRules(Samples.draft("h", 1), Samples.rules("3")));
    }
  }

  private Trail open() {
    return home.open(home.setup().withDisk(disk));
  }

  void append(Trail trail, Draft... drafts) {
    handedIn.add(List.of(drafts).stream().map(draft -> draft.decision().id()).toList());
    trail.appendAll(List.of(drafts)).forEach(this::acknowledge);
  }

  private void acknowledge(Receipt receipt) {
    assertThat(acknowledged.put(receipt.seq(), receipt.leaf())).isNull();
  }

  /** A crash before this, which left a part of a batch. */
  private void tear() throws IOException {
    Files.writeString(home.journal(), "record\t00", StandardOpenOption.APPEND);
    disk.takeAsItIs(home.journal());
  }

  /** While the first is synced, three others hand theirs in, which become durable as one group. */
  private void appendTogether(Trail trail) {
    List<Thread> others = new ArrayList<>();
    for (String id : List.of("e", "f", "g")) {
      others.add(new Thread(() -> tryToAppend(trail, id), "append " + id));
    }
    disk.beforeNextSync(() -> others.forEach(Story::startAndAwaitWaiting));
    try {
      append(trail, Samples.draft("d", 1));
    } finally {
      disk.beforeNextSync(() -> {});
      others.forEach(Story::join);
    }
    for (TrailException failure : failures) {
      throw failure;
    }
  }

  private void tryToAppend(Trail trail, String id) {
    try {
      append(trail, Samples.draft(id, 1), Samples.draft(id + "2", 1));
    } catch (TrailException e) {
      failures.add(e);
    }
  }

  private static void startAndAwaitWaiting(Thread thread) {
    thread.start();
    while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * What must hold of the trail after whatever happened: all that was acknowledged is there, what
   * was handed in together is there together or not at all, nothing else is, and time goes on.
   */
  void requireKept(Trail trail, String what) {
    List<StoredRecord> records = trail.records(0).toList();
    acknowledged.forEach(
        (seq, leaf) ->
            assertThat(trail.at(seq).map(StoredRecord::leaf))
                .as("%s: %d", what, seq)
                .contains(leaf));
    List<String> ids = new ArrayList<>();
    Instant last = Instant.MIN;
    for (StoredRecord record : records) {
      assertThat(record.seq()).as(what).isEqualTo(records.indexOf(record));
      assertThat(record.content().at()).as(what).isAfterOrEqualTo(last);
      last = record.content().at();
      if (record.content().body() instanceof Body.Audited audited) {
        ids.add(audited.decision().id());
      }
    }
    List<String> expected = new ArrayList<>();
    handedIn.stream().filter(group -> ids.contains(group.get(0))).forEach(expected::addAll);
    assertThat(ids).as(what).containsExactlyInAnyOrderElementsOf(expected);
    requireCutRecorded(trail, records, what);
    assertThat(trail.verify()).as(what).isInstanceOf(Soundness.Sound.class);
  }

  private static void requireCutRecorded(Trail trail, List<StoredRecord> records, String what) {
    long cut = trail.opening().cutBytes();
    boolean isBegun = trail.opening().state() != Opening.State.NEW;
    if (cut > 0 && isBegun) {
      assertThat(records)
          .as(what)
          .anyMatch(
              record ->
                  record.content().body() instanceof Body.Recovered recovered
                      && recovered.bytes() == cut);
    }
  }
}
