package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.trail.Draft;
import tribune.trail.Receipt;
import tribune.trail.Samples;
import tribune.trail.SubmissionKey;
import tribune.trail.Trail;

/** In a home. */
class HomeSubmissionTest extends SubmissionContract {
  @Override
  TestStore store(Path directory) {
    return new TestHome(directory.resolve("home"));
  }

  @Test
  void a_key_is_known_too_after_the_index_was_built_anew(@TempDir Path directory) {
    TestHome home = new TestHome(directory.resolve("home"));
    Draft draft = Samples.draft("bags", 1).under(new SubmissionKey("k"));
    Receipt first;
    try (Trail trail = home.open()) {
      first = trail.append(draft);
    }
    home.deleteIndex();
    try (Trail trail = home.open()) {
      assertThat(trail.append(draft)).isEqualTo(first);
    }
  }

  @Test
  void killed_after_the_sync_and_before_the_receipt_the_same_is_recorded_once(
      @TempDir Path directory) throws Exception {
    for (boolean indexIsLost : new boolean[] {false, true}) {
      TestHome home = new TestHome(directory.resolve("home-" + indexIsLost));
      home.open().close();
      ChildSubmitter child = ChildSubmitter.start(home.location(), home.keyHome());
      child.awaitSynced();
      assertThat(child.kill()).as("no receipt").isEmpty();
      if (indexIsLost) {
        home.deleteIndex();
      }
      assertRecordedOnce(home, 1);
    }
  }
}
