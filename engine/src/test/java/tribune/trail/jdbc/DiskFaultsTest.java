package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tribune.trail.Samples;
import tribune.trail.Trail;

/**
 * Each write, sync and cut of a small story fails in turn, once or for ever, or finds the disk
 * full. The process goes on, as it does not in a power cut: what it was told is true then, and
 * after a power cut that follows the next opening.
 */
class DiskFaultsTest {
  @TempDir Path directory;

  private enum IndexLater {
    AS_IT_WAS,
    GONE
  }

  @ParameterizedTest
  @EnumSource(
      value = DiskThatFails.Fault.class,
      names = {"ONCE", "FOR_EVER", "FULL"})
  void wherever_the_disk_fails_the_writer_stops_and_tells_the_truth(DiskThatFails.Fault fault)
      throws IOException {
    DiskThatFails whole = new DiskThatFails();
    new Story(directory.resolve("whole"), whole).tell();
    int failed = 0;
    for (int n = 1; n <= whole.operations(); n++) {
      for (IndexLater index : IndexLater.values()) {
        DiskThatFails disk = new DiskThatFails();
        disk.failAt(n, fault);
        Story story = new Story(directory.resolve(index + "-" + n), disk);
        String what = fault + " at " + n + ", index " + index;
        failed += isToldToTheEnd(story, what) ? 0 : 1;
        failed += opensOnFailingDisk(story, disk, fault) ? 0 : 1;
        DiskThatFails repaired = disk.repaired();
        if (index == IndexLater.GONE) {
          story.home().deleteIndex();
        }
        try (Trail trail = story.home().open(story.home().setup().withDisk(repaired))) {
          story.requireKept(trail, what);
          story.append(trail, Samples.draft("later", 1));
          story.requireKept(trail, what + ", later");
        }
        Files.write(story.home().journal(), repaired.platter().durable());
        try (Trail trail = story.home().open()) {
          story.requireKept(trail, what + ", power cut");
        } catch (RuntimeException e) {
          throw new AssertionError(what, e);
        }
      }
    }
    assertThat(failed).isGreaterThan(whole.operations());
  }

  private static boolean isToldToTheEnd(Story story, String what) throws IOException {
    try {
      story.tell();
      return true;
    } catch (RuntimeException e) {
      assertThat(e.toString()).as(what).containsAnyOf("Input/output error", "No space left");
      return false;
    }
  }

  /** A second try on the same disk, which may go wrong too and must do no harm. */
  private static boolean opensOnFailingDisk(
      Story story, DiskThatFails disk, DiskThatFails.Fault fault) {
    try (Trail trail = story.home().open(story.home().setup().withDisk(disk))) {
      return trail.head().size() > 0;
    } catch (RuntimeException e) {
      assertThat(fault).isNotEqualTo(DiskThatFails.Fault.ONCE);
      return false;
    }
  }
}
