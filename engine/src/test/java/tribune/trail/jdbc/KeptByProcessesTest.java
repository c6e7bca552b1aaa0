package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.anchor.KeptCheckpoint;
import tribune.anchor.Trust;
import tribune.trail.Trail;

/** Several processes that move one kept checkpoint on at once. */
class KeptByProcessesTest {
  private static final int RECORDS = 25;
  private static final int PROCESSES = 3;

  @Test
  void it_never_goes_back_and_is_never_torn(@TempDir Path directory) throws Exception {
    TestHome home = new TestHome(directory.resolve("home"));
    NineRecords.in(home, RECORDS);
    Path kept = directory.resolve("trust");
    Trust reader = new Trust(kept, Clock.systemUTC());
    String origin;
    try (Trail trail = home.open()) {
      origin = trail.origin();
    }
    List<Process> keepers = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      TestHome copy = home.copiedTo(directory.resolve("home" + i));
      keepers.add(ChildKeeper.start(copy, kept, Flips.SEED + 10 * i));
    }
    TreeSet<Long> seen = new TreeSet<>();
    TreeSet<Instant> since = new TreeSet<>();
    long last = 0;
    while (keepers.stream().anyMatch(Process::isAlive)) {
      Optional<KeptCheckpoint> now = reader.kept(origin);
      if (now.isPresent()) {
        long size = now.get().verified().size();
        assertThat(size).as("seed %d", Flips.SEED).isGreaterThanOrEqualTo(last);
        last = size;
        seen.add(size);
        since.add(now.get().since());
      }
    }
    for (Process keeper : keepers) {
      assertThat(keeper.waitFor()).isZero();
    }
    assertThat(reader.kept(origin).orElseThrow().verified().size()).isEqualTo(RECORDS);
    assertThat(seen).isNotEmpty();
    assertThat(since).as("when it was first kept").hasSize(1);
  }
}
