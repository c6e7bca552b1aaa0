package tribune.trail.jdbc;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.TrailSetup;

/** A place for one trail that a test has to itself, and what may be done to it from behind. */
interface TestStore {
  /** Of the trails that are opened here. */
  SettableClock clock();

  default TrailSetup setup() {
    return setup(clock());
  }

  default TrailSetup setup(Clock clock) {
    return TrailSetup.of(
            clock, new SecureRandom(), Samples.ACTOR, Samples.ENGINE, 42, "tribune audit bags.yaml")
        .withPatience(Duration.ZERO);
  }

  default Trail open() {
    return open(setup());
  }

  Trail open(TrailSetup setup);

  /** What another process has to know to open the same trail. */
  String location();

  /** Where another process finds the key, if it is not with the trail. */
  default String keyHome() {
    return "-";
  }

  /** Changes the tables behind the back of the trail. */
  int forge(String statement, Object... parameters) throws SQLException;

  /** Ids, revisions and numbers are enough to tell whether the same history is there. */
  static String history(Trail trail) {
    StringBuilder history = new StringBuilder();
    trail.records(0).forEach(record -> history.append(record).append('\n'));
    return history.toString();
  }
}
