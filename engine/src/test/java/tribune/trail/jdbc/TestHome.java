package tribune.trail.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import java.util.stream.Stream;
import org.h2.Driver;
import tribune.trail.Trail;
import tribune.trail.TrailSetup;

/** A home directory for tests, and what an attacker or a crash may do to its files. */
final class TestHome implements TestStore {
  private final Path home;
  private final SettableClock clock = new SettableClock("2026-01-01T00:00:00Z");

  TestHome(Path home) {
    this.home = home;
  }

  @Override
  public SettableClock clock() {
    return clock;
  }

  @Override
  public Trail open(TrailSetup setup) {
    return HomeTrail.open(home, setup);
  }

  @Override
  public String location() {
    return home.toString();
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

  /** A home with the same trail. */
  TestHome copiedTo(Path other) throws IOException {
    TestHome copy = new TestHome(other);
    Files.createDirectories(copy.file(""));
    try (Stream<Path> files = Files.list(file(""))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.file(file.getFileName().toString()));
      }
    }
    return copy;
  }

  void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public int forge(String statement, Object... parameters) throws SQLException {
    String url = "jdbc:h2:file:" + file("index");
    try (Connection connection = new Driver().connect(url, new Properties());
        PreparedStatement change = connection.prepareStatement(statement)) {
      for (int i = 0; i < parameters.length; i++) {
        change.setObject(i + 1, parameters[i]);
      }
      return change.executeUpdate();
    }
  }
}
