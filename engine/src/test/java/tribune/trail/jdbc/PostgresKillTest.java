package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tribune.trail.Trail;

/**
 * kill -9 of the database server while a process appends: what was acknowledged is there when the
 * server is started again. {@code -Dtribune.server.kills=100} kills more often, {@code
 * -Dtribune.kill.seed=N} at other times.
 */
class PostgresKillTest {
  private static final int KILLS = Integer.getInteger("tribune.server.kills", 4);
  private static final long SEED = Long.getLong("tribune.kill.seed", 2_026);
  private static final int MOST = 120;

  /** By turns the whole server, or the process of it that writes, which ends all the others. */
  @Test
  void nothing_acknowledged_is_lost_when_the_server_is_killed() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    Kept kept = new Kept();
    try (TestPostgres server = TestPostgres.start()) {
      TestDatabase database = TestDatabase.create(server);
      for (int kill = 1; kill <= KILLS; kill++) {
        ChildWriter child = ChildWriter.start(database, Integer.MAX_VALUE);
        child.awaitAcknowledgements(random.nextInt(1, MOST));
        Thread.sleep(0, random.nextInt(1_000_000));
        if (kill % 2 == 0) {
          server.killBackends(database.name());
        } else {
          server.kill();
          server.startAgain();
        }
        assertThat(child.output()).contains("TrailStopped");
        kept.take(child.acknowledged());
        server.awaitReady();
        String what = "seed " + SEED + ", kill " + kill;
        try (Trail trail = database.open()) {
          kept.requireNewest(trail, what);
        }
      }
      try (Trail trail = database.open()) {
        kept.requireAll(trail, "seed " + SEED);
      }
    }
    assertThat(kept.size()).isGreaterThanOrEqualTo(KILLS);
  }
}
