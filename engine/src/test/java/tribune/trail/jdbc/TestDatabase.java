package tribune.trail.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import tribune.trail.KeyPlace;
import tribune.trail.Trail;
import tribune.trail.TrailSetup;

/** A database for one trail, and what administrators and attackers may do in it. */
final class TestDatabase implements TestStore {
  private final TestPostgres server;
  private final String name;
  private final Path keys;
  private final SettableClock clock = new SettableClock("2026-01-01T00:00:00Z");

  private TestDatabase(TestPostgres server, String name, Path keys) {
    this.server = server;
    this.name = name;
    this.keys = keys;
  }

  /** With the tables of a trail, and no record. */
  static TestDatabase create() {
    return create(TestPostgres.shared());
  }

  static TestDatabase create(TestPostgres server) {
    return new TestDatabase(
        server,
        server.createTrail(),
        Path.of("target", "keys-of-tests", UUID.randomUUID().toString()));
  }

  /** A database with all that this one holds, whose trail has the same key. */
  TestDatabase copied() {
    return new TestDatabase(server, server.copyOf(name), keys);
  }

  @Override
  public SettableClock clock() {
    return clock;
  }

  @Override
  public Trail open(TrailSetup setup) {
    return PostgresTrail.open(address(), setup);
  }

  @Override
  public TrailSetup setup(Clock with) {
    return TestStore.super.setup(with).withKeys(new KeyPlace.InHome(keys));
  }

  @Override
  public String keyHome() {
    return keys.toString();
  }

  PostgresAddress address() {
    return server.address(name, TestPostgres.APPLICATION);
  }

  @Override
  public String location() {
    return server.url(name, TestPostgres.APPLICATION);
  }

  String name() {
    return name;
  }

  /** As the superuser, past all triggers: what no right of the database stops. */
  @Override
  public int forge(String statement, Object... parameters) throws SQLException {
    try (Connection connection = connect("postgres")) {
      connection.setAutoCommit(false);
      for (String table :
          new String[] {
            "record", "payload", "node", "rulebase", "rulebase_file", "checkpoint", "head"
          }) {
        try (PreparedStatement disable =
            connection.prepareStatement("ALTER TABLE " + table + " DISABLE TRIGGER ALL")) {
          disable.execute();
        }
      }
      int changed = change(connection, statement, parameters);
      connection.commit();
      return changed;
    }
  }

  /** As this role, as far as it may. */
  int changeAs(String role, String statement, Object... parameters) throws SQLException {
    try (Connection connection = connect(role)) {
      return change(connection, statement, parameters);
    }
  }

  /** Ends all other connections to this database, whatever they are doing. */
  void terminateConnections() {
    server.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
  }

  private static int change(Connection connection, String statement, Object... parameters)
      throws SQLException {
    try (PreparedStatement change = connection.prepareStatement(statement)) {
      for (int i = 0; i < parameters.length; i++) {
        change.setObject(i + 1, parameters[i]);
      }
      return change.executeUpdate();
    }
  }

  /** For whoever may do everything. */
  String superuserUrl() {
    return url("postgres");
  }

  private Connection connect(String role) throws SQLException {
    return DriverManager.getConnection(url(role));
  }

  private String url(String role) {
    return server.url(name, role) + "&currentSchema=" + PostgresConnection.SCHEMA;
  }
}
