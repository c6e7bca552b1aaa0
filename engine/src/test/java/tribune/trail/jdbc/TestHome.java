package tribune.trail.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.h2.Driver;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.TrailSetup;

/** A home directory for tests, and what an attacker or a crash may do to its files. */
final class TestHome {
  private final Path home;
  private final SettableClock clock = new SettableClock("2026-01-01T00:00:00Z");

  TestHome(Path home) {
    this.home = home;
  }

  SettableClock clock() {
    return clock;
  }

  TrailSetup setup() {
    return TrailSetup.of(
            clock, new SecureRandom(), Samples.ACTOR, Samples.ENGINE, 42, "tribune audit bags.yaml")
        .withPatience(Duration.ZERO);
  }

  Trail open() {
    return open(setup());
  }

  Trail open(TrailSetup setup) {
    return HomeTrail.open(home, setup);
  }

  Path path() {
    return home;
  }

  Path file(String name) {
    return home.resolve("trail").resolve(name);
  }

  Path journal() {
    return file("journal");
  }

  Path index() {
    return file("index.mv.db");
  }

  void deleteIndex() {
    try {
      Files.deleteIfExists(index());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Changes the index behind the back of the trail. */
  int forge(String statement, Object... parameters) throws SQLException {
    String url = "jdbc:h2:file:" + file("index");
    try (Connection connection = new Driver().connect(url, new Properties());
        PreparedStatement change = connection.prepareStatement(statement)) {
      for (int i = 0; i < parameters.length; i++) {
        change.setObject(i + 1, parameters[i]);
      }
      return change.executeUpdate();
    }
  }

  /** Ids, revisions and numbers are enough to tell whether the same history is there. */
  static String history(Trail trail) {
    StringBuilder history = new StringBuilder();
    trail.records(0).forEach(record -> history.append(record).append('\n'));
    return history.toString();
  }
}
