package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static tribune.trail.jdbc.TrailContract.assertSound;

import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.proof.Hash;
import tribune.trail.Trail;

/**
 * kill -9 while a process appends: nothing that was acknowledged is lost. {@code
 * -Dtribune.kill.cycles=500} runs it longer, {@code -Dtribune.kill.seed=N} otherwise.
 */
class KillTest {
  private static final int CYCLES = Integer.getInteger("tribune.kill.cycles", 5);
  private static final long SEED = Long.getLong("tribune.kill.seed", 2_026);

  @Test
  void nothing_acknowledged_is_lost_when_the_process_is_killed(@TempDir Path directory)
      throws Exception {
    TestHome home = new TestHome(directory.resolve("home"));
    SplittableRandom random = new SplittableRandom(SEED);
    Map<Long, Hash> acknowledged = new TreeMap<>();
    for (int cycle = 0; cycle < CYCLES; cycle++) {
      ChildWriter child = ChildWriter.start(home, Integer.MAX_VALUE);
      child.awaitAcknowledgements(random.nextInt(1, 60));
      Thread.sleep(0, random.nextInt(1_000_000));
      child.kill();
      acknowledged.putAll(child.acknowledged());
      if (random.nextInt(4) == 0) {
        home.deleteIndex();
      }
      try (Trail trail = home.open()) {
        String what = "seed " + SEED + ", cycle " + cycle + ", " + trail.opening();
        acknowledged.forEach(
            (seq, leaf) ->
                assertThat(trail.at(seq).map(record -> record.leaf())).as(what).contains(leaf));
        assertThat(trail.head().size()).as(what).isGreaterThan(acknowledged.size());
        assertSound(trail);
      }
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(CYCLES);
  }
}
