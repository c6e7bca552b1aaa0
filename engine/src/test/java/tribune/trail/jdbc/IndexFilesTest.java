package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.trail.Head;
import tribune.trail.Samples;
import tribune.trail.Soundness;
import tribune.trail.Trail;
import tribune.trail.TrailStopped;
import tribune.trail.TrailUnsound;

/**
 * What may become of the file of the index: the history is intact all the same, or what is wrong is
 * named, and is mended by building the index anew. {@code -Dtribune.index.flips=N} changes more
 * bytes, {@code -Dtribune.index.seed=N} others.
 */
class IndexFilesTest {
  private static final int FLIPS = Integer.getInteger("tribune.index.flips", 60);
  private static final long SEED = Long.getLong("tribune.index.seed", 2_026);
  private static final int LENGTHS = 40;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private TestHome home;
  private Head head;
  private String history;
  private byte[] index;

  @BeforeEach
  void record(@TempDir Path directory) throws IOException {
    home = new TestHome(directory.resolve("home"));
    try (Trail trail = home.open()) {
      for (int i = 0; i < 12; i++) {
        trail.append(Samples.draft("d" + i, 1));
      }
      head = trail.head();
      history = TestStore.history(trail);
    }
    index = Files.readAllBytes(home.index());
  }

  @Test
  void an_index_cut_at_any_length_costs_no_history() throws IOException {
    for (int i = 0; i <= LENGTHS; i++) {
      int length = i % 2 == 0 ? index.length / LENGTHS * i : random.nextInt(index.length);
      Files.write(home.index(), Arrays.copyOf(index, length));
      String what = "seed " + SEED + ", length " + length;
      try (Trail trail = home.open()) {
        requireIntact(trail, what);
      }
    }
  }

  @Test
  void a_changed_index_is_named_or_changes_nothing_and_can_be_built_anew() throws IOException {
    Map<String, Integer> outcomes = new TreeMap<>();
    for (int i = 0; i < FLIPS; i++) {
      byte[] changed = index.clone();
      int at = random.nextInt(changed.length);
      int to = Math.min(changed.length, at + random.nextInt(1, 64));
      for (int place = at; place < to; place++) {
        changed[place] = (byte) random.nextInt();
      }
      Files.write(home.index(), changed);
      String what = "seed " + SEED + ", bytes " + at + " to " + to;
      outcomes.merge(outcome(what), 1, Integer::sum);
      try (Trail trail = HomeTrail.rebuild(home.path(), home.setup())) {
        requireIntact(trail, what + ", rebuilt");
      }
    }
    System.out.println("changed index files, seed " + SEED + ": " + outcomes);
    assertThat(outcomes).containsKey("intact");
  }

  private String outcome(String what) {
    try (Trail trail = home.open()) {
      boolean isSound = trail.verify().fold(sound -> true, unsound -> false);
      if (isSound) {
        requireIntact(trail, what);
      }
      return isSound ? "intact" : "named by verify";
    } catch (TrailUnsound e) {
      return "refused";
    } catch (TrailStopped e) {
      assertThat(e).as(what).hasMessageContaining("the index could not be read");
      return "unreadable";
    }
  }

  private void requireIntact(Trail trail, String what) {
    assertThat(trail.head()).as(what).isEqualTo(head);
    assertThat(TestStore.history(trail)).as(what).isEqualTo(history);
    assertThat(trail.verify()).as(what).isInstanceOf(Soundness.Sound.class);
  }
}
