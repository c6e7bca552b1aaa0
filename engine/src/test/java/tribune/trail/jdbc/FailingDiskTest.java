package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tribune.trail.jdbc.TrailContract.assertSound;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.trail.Opening;
import tribune.trail.Receipt;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.TrailStopped;

class FailingDiskTest {
  private final DiskThatFails disk = new DiskThatFails();
  private TestHome home;

  @BeforeEach
  void fresh(@TempDir Path directory) {
    home = new TestHome(directory.resolve("home"));
  }

  @Test
  void after_a_sync_that_failed_nothing_is_acknowledged_any_more() {
    try (Trail trail = home.open(home.setup().withDisk(disk))) {
      trail.append(Samples.draft("a", 1));
      disk.failToSync();
      TrailStopped stopped =
          catchThrowableOfType(TrailStopped.class, () -> trail.append(Samples.draft("b", 1)));
      assertThat(stopped)
          .hasMessageContaining("the journal could not be written")
          .hasMessageContaining("Input/output error")
          .hasMessageContaining("nothing more is recorded until the trail is opened again");
      assertThatThrownBy(() -> trail.append(Samples.draft("c", 1)))
          .isInstanceOf(TrailStopped.class);
      assertThat(trail.find("a")).isPresent();
      assertThat(trail.find("b")).isEmpty();
      assertThat(trail.head().size()).isEqualTo(2);
      assertSound(trail);
    }
  }

  @Test
  void a_sync_that_failed_once_is_made_up_for_at_the_next_opening() {
    try (Trail trail = home.open(home.setup().withDisk(disk))) {
      trail.append(Samples.draft("a", 1));
      disk.failToSync();
      assertThatThrownBy(() -> trail.append(Samples.draft("b", 1)))
          .isInstanceOf(TrailStopped.class);
    }
    DiskThatFails still = new DiskThatFails();
    still.failToSync();
    assertThatThrownBy(() -> home.open(home.setup().withDisk(still)))
        .hasMessageContaining("Input/output error");
    try (Trail trail = home.open()) {
      assertThat(trail.find("b")).isPresent();
      assertSound(trail);
    }
  }

  @Test
  void a_write_that_is_torn_at_any_byte_stops_the_writer_and_costs_nothing_older()
      throws Exception {
    home.open().close();
    for (int bytes = 0; bytes < 1_400; bytes += 53) {
      long before = Files.size(home.journal());
      String id = "d" + bytes;
      DiskThatFails torn = new DiskThatFails();
      try (Trail trail = home.open(home.setup().withDisk(torn))) {
        long size = trail.head().size();
        trail.append(Samples.draft(id, 1));
        torn.failToWriteMoreThan(bytes);
        assertThatThrownBy(() -> trail.append(Samples.draft(id, 2)))
            .isInstanceOf(TrailStopped.class)
            .hasMessageContaining("No space left on device");
        assertThatThrownBy(() -> trail.append(Samples.draft(id, 3)))
            .isInstanceOf(TrailStopped.class);
        assertThat(trail.head().size()).isEqualTo(size + 1);
      }
      assertThat(Files.size(home.journal())).isGreaterThan(before);
      try (Trail trail = home.open()) {
        assertThat(trail.opening().cutBytes()).isEqualTo(bytes);
        assertThat(trail.find(id).orElseThrow()).isEqualTo(trail.find(id, 1).orElseThrow());
        assertSound(trail);
      }
    }
  }

  @Test
  void a_new_trail_that_cannot_be_synced_is_no_trail() {
    disk.failToSync();
    assertThatThrownBy(() -> home.open(home.setup().withDisk(disk)))
        .hasMessageContaining("Input/output error");
    try (Trail trail = home.open()) {
      assertThat(trail.head().size()).isEqualTo(1);
      assertSound(trail);
    }
  }

  @Test
  void an_index_that_fails_takes_no_receipt_back_and_is_caught_up_later() throws Exception {
    home.open().close();
    home.forge("ALTER TABLE decision ADD CONSTRAINT few CHECK (seq < 2)");
    Receipt last;
    try (Trail trail = home.open()) {
      trail.append(Samples.draft("a", 1));
      last = trail.append(Samples.draft("b", 1));
      assertThat(last.seq()).isEqualTo(2);
      assertThatThrownBy(() -> trail.find("a"))
          .isInstanceOf(TrailStopped.class)
          .hasMessageContaining("everything is recorded, but the index could not be written");
      assertThatThrownBy(() -> trail.append(Samples.draft("c", 1)))
          .isInstanceOf(TrailStopped.class);
      assertThat(trail.head()).isEqualTo(last.head());
    }
    try (Trail trail = home.open()) {
      assertThat(trail.opening().state()).isEqualTo(Opening.State.REBUILT);
      assertThat(trail.head()).isEqualTo(last.head());
      assertThat(trail.find("b").orElseThrow().leaf()).isEqualTo(last.leaf());
      assertSound(trail);
    }
  }
}
