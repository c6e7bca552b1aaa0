package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tribune.trail.Draft;
import tribune.trail.Receipt;
import tribune.trail.Samples;
import tribune.trail.SubmissionKey;
import tribune.trail.Trail;
import tribune.trail.TrailStopped;

/** In a database, where others send too. */
class PostgresSubmissionTest extends SubmissionContract {
  private static final Draft DRAFT = Samples.draft("bags", 1).under(new SubmissionKey("k"));

  @Override
  TestStore store(Path directory) {
    return TestDatabase.create();
  }

  @Test
  void two_that_send_the_same_at_once_get_the_same_receipt() {
    TestDatabase database = TestDatabase.create();
    try (Trail one = database.open();
        Trail two = database.open()) {
      CompletableFuture<Receipt> other = CompletableFuture.supplyAsync(() -> two.append(DRAFT));
      Receipt mine = one.append(DRAFT);
      assertThat(other.join()).isEqualTo(mine);
      assertThat(one.head().size()).isEqualTo(2);
    }
  }

  @Test
  void after_a_connection_that_broke_the_same_is_sent_once_more_and_recorded_once() {
    TestDatabase database = TestDatabase.create();
    try (Trail trail = database.open()) {
      TestPostgres.shared()
          .run(
              "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                  + database.name()
                  + "'");
      assertThatThrownBy(() -> trail.append(DRAFT)).isInstanceOf(TrailStopped.class);
      assertThat(trail.isUsable()).isFalse();
    }
    try (Trail trail = database.open()) {
      assertThat(trail.isUsable()).isTrue();
      Receipt first = trail.append(DRAFT);
      assertThat(trail.append(DRAFT)).isEqualTo(first);
      assertThat(trail.head().size()).isEqualTo(2);
    }
  }

  @Test
  void killed_after_the_commit_and_before_the_receipt_the_same_is_recorded_once() throws Exception {
    TestDatabase database = TestDatabase.create();
    database.open().close();
    URI server = URI.create(database.location().substring("jdbc:".length()));
    try (SwallowingProxy proxy = SwallowingProxy.before(server.getPort())) {
      String through =
          database.location().replace(":" + server.getPort() + "/", ":" + proxy.port() + "/");
      ChildSubmitter child = ChildSubmitter.start(through, database.keyHome());
      proxy.awaitSwallowed();
      assertThat(child.kill()).as("no receipt").isEmpty();
    }
    assertRecordedOnce(database, 1);
  }
}
