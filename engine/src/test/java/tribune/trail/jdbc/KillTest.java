package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.trail.Trail;

/**
 * kill -9 while a process appends and its clock jumps: nothing that was acknowledged is lost.
 * {@code -Dtribune.kill.cycles=1000} runs it longer, {@code -Dtribune.kill.seed=N} otherwise.
 */
class KillTest {
  private static final int CYCLES = Integer.getInteger("tribune.kill.cycles", 50);
  private static final long SEED = Long.getLong("tribune.kill.seed", 2_026);
  private static final int MOST = 30;
  private static final int READ_ALL_EVERY = 25;

  @Test
  void nothing_acknowledged_is_lost_when_the_process_is_killed(@TempDir Path directory)
      throws Exception {
    TestHome home = new TestHome(directory.resolve("home"));
    SplittableRandom random = new SplittableRandom(SEED);
    Kept kept = new Kept();
    for (int cycle = 1; cycle <= CYCLES; cycle++) {
      kept.killedAfter(ChildWriter.start(home, Integer.MAX_VALUE), MOST, random);
      if (random.nextInt(4) == 0) {
        home.deleteIndex();
      }
      try (Trail trail = home.open()) {
        String what = "seed " + SEED + ", cycle " + cycle + ", " + trail.opening();
        kept.requireNewest(trail, what);
        if (cycle % READ_ALL_EVERY == 0 || cycle == CYCLES) {
          kept.requireAll(trail, what);
        }
      }
    }
    assertThat(kept.size()).isGreaterThanOrEqualTo(CYCLES);
  }
}
