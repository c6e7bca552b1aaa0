package tribune.trail.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A real PostgreSQL server, started once for all tests of a process, with a database for each test
 * that asks. It syncs its disk, but is set up to acknowledge commits before that, as a careless
 * administrator might have it. Where its binaries do not run, tests that need it are skipped.
 */
public final class TestPostgres implements AutoCloseable {
  /** Who owns databases and tables, and who records. */
  public static final String OWNER = "tribune_owner";

  public static final String APPLICATION = "tribune_app";

  /** A role that has to give a password, and which. */
  public static final String GUARDED = "tribune_guarded";

  public static final String PASSWORD = "s3cret-Passw0rd";

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final EmbeddedPostgres server;
  private boolean stopped;
  private Path data = Path.of("(unknown)");

  /** Started when it is first asked for, and stopped with the process. */
  private static final class Shared {
    private static final TestPostgres SERVER = start();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close, "stop PostgreSQL"));
    }
  }

  private TestPostgres(EmbeddedPostgres server) {
    this.server = server;
  }

  public static TestPostgres shared() {
    requireBinaries();
    return Shared.SERVER;
  }

  private static void requireBinaries() {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    boolean runs = system.toLowerCase(Locale.ROOT).matches("linux (amd64|x86_64)");
    if (!runs) {
      System.err.println("skipped: the PostgreSQL of these tests does not run on " + system);
    }
    assumeTrue(runs, "the PostgreSQL of these tests does not run here");
  }

  /** A server of one's own, to stop. */
  static TestPostgres start() {
    return start("on");
  }

  /** A server of one's own that syncs its disk or does not. */
  static TestPostgres start(String fsync) {
    requireBinaries();
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setRegisterShutdownHook(false)
              .setServerConfig("fsync", fsync)
              .setServerConfig("synchronous_commit", "off")
              .setServerConfig("max_connections", "60")
              .setDataDirectoryCustomizer(directory -> guard(directory.toPath()))
              .start();
      TestPostgres started = new TestPostgres(server);
      started.run("CREATE ROLE " + OWNER + " LOGIN");
      started.run("CREATE ROLE " + APPLICATION + " LOGIN");
      started.run("CREATE ROLE " + GUARDED + " LOGIN PASSWORD '" + PASSWORD + "'");
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void guard(Path data) {
    try {
      Path rules = data.resolve("pg_hba.conf");
      String before = Files.readString(rules, UTF_8);
      Files.writeString(rules, "host all " + GUARDED + " 127.0.0.1/32 scram-sha-256\n" + before);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An empty database that belongs to {@link #OWNER}. */
  public String createDatabase() {
    String name = "trail_" + DATABASES.incrementAndGet();
    run(
        "CREATE DATABASE "
            + name
            + " OWNER "
            + OWNER
            + " ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0");
    return name;
  }

  /** A copy of a database, which nobody is connected to. */
  String copyOf(String database) {
    String name = "trail_" + DATABASES.incrementAndGet();
    run("CREATE DATABASE " + name + " OWNER " + OWNER + " TEMPLATE " + database);
    return name;
  }

  /** A database with the tables of a trail, and {@link #APPLICATION} let in. */
  public String createTrail() {
    String name = createDatabase();
    PostgresTrail.prepare(address(name, OWNER));
    PostgresTrail.grant(address(name, OWNER), APPLICATION);
    return name;
  }

  public String url(String database, String user) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database + "?user=" + user;
  }

  PostgresAddress address(String database, String user) {
    return PostgresAddress.of(url(database, user), Optional.empty());
  }

  /** Runs a statement as the superuser. */
  void run(String statement) {
    run("postgres", statement);
  }

  void run(String database, String statement) {
    try (Connection connection = server.getDatabase("postgres", database).getConnection();
        Statement running = connection.createStatement()) {
      running.execute(statement);
    } catch (SQLException e) {
      throw new AssertionError(statement, e);
    }
  }

  /** As an administrator stops it, cutting off whoever is connected. */
  void stop() {
    stopped = true;
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code kill -9} does, all of its processes. */
  void kill() {
    data = Path.of(one("SHOW data_directory"));
    ProcessHandle postmaster = ProcessHandle.of(postmaster(data)).orElseThrow();
    List<ProcessHandle> all =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  /** Likewise, but only those that serve this database; the server ends all others of itself. */
  void killBackends(String database) {
    for (String pid :
        one("SELECT string_agg(pid::text, ' ') FROM pg_stat_activity WHERE datname = '"
                + database
                + "'")
            .split(" ", -1)) {
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  /** With the command that started it, once it was killed. */
  void startAgain() {
    try {
      List<String> command = new ArrayList<>();
      if (System.getProperty("user.name").equals("root")) {
        command.addAll(List.of("unshare", "-U"));
      }
      String started = Files.readString(data.resolve("postmaster.opts"), UTF_8).strip();
      for (String word : started.split(" (?=\")", -1)) {
        command.add(word.replace("\"", ""));
      }
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(data.resolve("started-again.log").toFile())
          .start();
      awaitReady();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it has recovered and lets people in. */
  void awaitReady() {
    for (int tries = 0; tries < 300; tries++) {
      try (Connection connection = server.getPostgresDatabase().getConnection()) {
        if (connection.isValid(1)) {
          return;
        }
      } catch (SQLException notYet) {
        pause();
      }
    }
    throw new AssertionError("the server does not come back; see " + data);
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static long postmaster(Path data) {
    try {
      return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ends it at once. What it holds is deleted, so nothing need be synced first; stopping it as one
   * should takes half a minute for the databases of all tests.
   */
  @Override
  public void close() {
    if (stopped) {
      return;
    }
    Path data = Path.of(one("SHOW data_directory"));
    try {
      long process = postmaster(data);
      new ProcessBuilder("kill", "-QUIT", Long.toString(process)).inheritIO().start().waitFor();
      ProcessHandle.of(process).ifPresent(it -> it.onExit().join());
      delete(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private String one(String query) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement running = connection.createStatement();
        ResultSet result = running.executeQuery(query)) {
      result.next();
      return result.getString(1);
    } catch (SQLException e) {
      throw new AssertionError(query, e);
    }
  }
}
