package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import tribune.proof.Hash;
import tribune.trail.StoredRecord;
import tribune.trail.Trail;

/** What was acknowledged by processes that died, and what must have become of it. */
final class Kept {
  private final TreeMap<Long, Hash> acknowledged = new TreeMap<>();
  private long checkedTo;

  /** Lets a child write until it has acknowledged so many or fewer, then kills it. */
  void killedAfter(ChildWriter child, int most, SplittableRandom random) throws Exception {
    child.awaitAcknowledgements(random.nextInt(1, most));
    Thread.sleep(0, random.nextInt(1_000_000));
    child.kill();
    take(child.acknowledged());
  }

  void take(Map<Long, Hash> more) {
    more.forEach(
        (seq, leaf) -> assertThat(acknowledged.put(seq, leaf)).as("twice no. %d", seq).isNull());
  }

  int size() {
    return acknowledged.size();
  }

  /** What was acknowledged since the last time is there. */
  void requireNewest(Trail trail, String what) {
    require(trail, acknowledged.tailMap(checkedTo), what);
    checkedTo = trail.head().size();
    assertThat(checkedTo).as(what).isGreaterThan(acknowledged.size());
  }

  /** All that was ever acknowledged is there, in order, and the trail is sound. */
  void requireAll(Trail trail, String what) {
    require(trail, acknowledged, what);
    requireInOrder(trail, what);
    TrailContract.assertSound(trail);
  }

  private static void require(Trail trail, Map<Long, Hash> acknowledged, String what) {
    acknowledged.forEach(
        (seq, leaf) ->
            assertThat(trail.at(seq).map(StoredRecord::leaf))
                .as("%s: %d", what, seq)
                .contains(leaf));
  }

  /** No place is left out, and time never goes back. */
  static void requireInOrder(Trail trail, String what) {
    long next = 0;
    Instant last = Instant.MIN;
    for (StoredRecord record : trail.records(0).toList()) {
      assertThat(record.seq()).as(what).isEqualTo(next);
      assertThat(record.content().at()).as("%s: %d", what, next).isAfterOrEqualTo(last);
      last = record.content().at();
      next++;
    }
    assertThat(trail.head().size()).as(what).isEqualTo(next);
  }
}
