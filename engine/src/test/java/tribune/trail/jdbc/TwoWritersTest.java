package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.proof.TreeHash;
import tribune.trail.Batch;
import tribune.trail.Head;
import tribune.trail.Samples;
import tribune.trail.StoreFailure;
import tribune.trail.Trail;
import tribune.trail.TrailIndex;

/** One head, compare and swap: the guard behind the locks, for a writer that has passed them. */
class TwoWritersTest {
  @Test
  void an_index_whose_head_was_moved_by_another_takes_nothing_in(@TempDir Path directory) {
    TestHome home = new TestHome(directory.resolve("home"));
    Head now = recorded(home);
    try (TrailIndex index = new H2Store().open(home.file(""))) {
      long end = index.mark().orElseThrow().offset();
      for (Head stale : stale(now)) {
        assertThatThrownBy(() -> index.add(List.of(nothingAfter(stale)), end + 1))
            .isInstanceOf(StoreFailure.class)
            .hasMessageContaining("the index does not stand at " + stale);
      }
      assertThat(index.mark().orElseThrow().head()).isEqualTo(now);
      assertThat(index.mark().orElseThrow().offset()).isEqualTo(end);
    }
  }

  @Test
  void a_database_whose_head_was_moved_by_another_takes_nothing_in() {
    TestDatabase database = TestDatabase.create();
    Head now = recorded(database);
    try (PostgresDatabase connected = PostgresDatabase.connect(database.address())) {
      for (Head stale : stale(now)) {
        assertThat(connected.lock()).isEqualTo(now);
        assertThatThrownBy(() -> connected.add(List.of(nothingAfter(stale))))
            .isInstanceOf(StoreFailure.class)
            .hasMessageContaining("the trail does not stand at " + stale);
        connected.rollBack();
      }
      assertThat(connected.head()).isEqualTo(now);
    }
  }

  private static Head recorded(TestStore store) {
    try (Trail trail = store.open()) {
      trail.append(Samples.draft("a", 1));
      return trail.head();
    }
  }

  /** Another size, and another history of the same size. */
  private static List<Head> stale(Head now) {
    return List.of(new Head(now.size() - 1, now.root()), new Head(now.size(), TreeHash.empty()));
  }

  private static Batch nothingAfter(Head head) {
    return new Batch(List.of(), List.of(), List.of(), head, head, List.of());
  }
}
