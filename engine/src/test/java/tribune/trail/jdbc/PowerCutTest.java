package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.trail.Opening;
import tribune.trail.Trail;

/**
 * The power is cut at each write, sync and cut of a small story in turn. Whatever of the unsynced
 * bytes reached the disk, and whatever became of the index, the trail opens with all that was
 * acknowledged. {@code -Dtribune.tears=N} tries N orders of sectors for each, {@code
 * -Dtribune.tears.seed=N} others.
 */
class PowerCutTest {
  private static final int SAMPLED = Integer.getInteger("tribune.tears", 6);
  private static final long SEED = Long.getLong("tribune.tears.seed", 2_026);

  @TempDir Path directory;

  /** What is left of the index. */
  private enum Index {
    AS_IT_WAS,
    OLDER,
    GONE
  }

  @Test
  void nothing_acknowledged_is_lost_wherever_the_power_is_cut() throws IOException {
    DiskThatFails whole = new DiskThatFails();
    Story untouched = new Story(directory.resolve("whole"), whole);
    untouched.tell();
    assertThat(untouched.acknowledged()).hasSize(11);
    int images = 0;
    Map<Opening.State, Integer> states = new TreeMap<>();
    for (int n = 1; n <= whole.operations(); n++) {
      DiskThatFails disk = new DiskThatFails();
      disk.failAt(n, DiskThatFails.Fault.POWER_CUT);
      Story story = new Story(directory.resolve("cut" + n), disk);
      tellUntilItFails(story);
      SplittableRandom random = new SplittableRandom(SEED + n);
      Optional<byte[]> index = bytes(story.home().index());
      Optional<byte[]> older = bytes(story.olderIndex());
      for (byte[] journal : disk.platter().afterPowerCut(random, SAMPLED)) {
        Index left = Index.values()[images % 3];
        Files.write(story.home().journal(), journal);
        put(
            story.home(),
            left == Index.GONE ? Optional.empty() : left == Index.OLDER ? older : index);
        String what =
            "seed " + SEED + ", cut at " + n + ", " + journal.length + " bytes, index " + left;
        states.merge(reopened(story, what), 1, Integer::sum);
        images++;
      }
    }
    assertThat(images).isGreaterThan(10 * whole.operations());
    assertThat(states)
        .containsOnlyKeys(Opening.State.NEW, Opening.State.INDEXED, Opening.State.REBUILT);
    System.out.println(
        "power cuts: "
            + whole.operations()
            + " places, "
            + images
            + " states of the disk, "
            + states);
  }

  private static void tellUntilItFails(Story story) throws IOException {
    try {
      story.tell();
      throw new AssertionError("nothing failed");
    } catch (RuntimeException e) {
      assertThat(e.toString()).contains("Input/output error");
    }
  }

  private static Opening.State reopened(Story story, String what) {
    Opening.State state;
    try (Trail trail = story.home().open()) {
      story.requireKept(trail, what);
      state = trail.opening().state();
    } catch (RuntimeException e) {
      throw new AssertionError(what, e);
    }
    return state;
  }

  private static Optional<byte[]> bytes(Path file) throws IOException {
    return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  private static void put(TestHome home, Optional<byte[]> index) throws IOException {
    home.deleteIndex();
    if (index.isPresent()) {
      Files.write(home.index(), index.get());
    }
  }
}
