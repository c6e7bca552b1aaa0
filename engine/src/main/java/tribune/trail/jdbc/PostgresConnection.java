package tribune.trail.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.Driver;

/** Connects to PostgreSQL as a trail needs it. */
final class PostgresConnection {
  /** The schema that everything is in. */
  static final String SCHEMA = "tribune";

  /** How long to wait for other writers. */
  static final String LOCK_TIMEOUT = "30s";

  /** Each setting that a commit rests on is made here, whatever server and role are set to. */
  private static final String SETTINGS =
      "SET search_path TO "
          + SCHEMA
          + ";\nSET lock_timeout TO '"
          + LOCK_TIMEOUT
          + "';\nSET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED;\n";

  private static final String DURABLE = "SET synchronous_commit TO on;\n";

  private PostgresConnection() {}

  /** What a server says of itself. */
  private record Server(String synchronousCommit, String fsync, String encoding) {
    /** On, or more than on: waiting for standbys too. */
    boolean isSynchronous() {
      return synchronousCommit.equals("on") || synchronousCommit.equals("remote_apply");
    }
  }

  /**
   * Opens a connection on which a commit is on the disk of the server when it returns.
   *
   * @throws tribune.trail.StoreRefused if that cannot be had
   */
  static Sql open(PostgresAddress address) {
    PostgresFailures failures = new PostgresFailures(address);
    Sql sql = connected(address, failures);
    try {
      sql.work(() -> sql.script(SETTINGS));
      Server server =
          sql.first(
                  "SELECT current_setting('synchronous_commit'), current_setting('fsync'),"
                      + " current_setting('server_encoding')",
                  row -> new Server(row.getString(1), row.getString(2), row.getString(3)))
              .orElseThrow();
      requireFit(server, failures);
      if (!server.isSynchronous()) {
        sql.work(() -> sql.script(DURABLE));
      }
      return sql;
    } catch (RuntimeException e) {
      sql.close();
      throw e;
    }
  }

  private static void requireFit(Server server, PostgresFailures failures) {
    if (!server.fsync().equals("on")) {
      throw failures.refused(
          "does not sync its disk (found fsync = " + server.fsync() + ", expected on)",
          "nothing would be durable there: have the server set up otherwise",
          null);
    }
    if (!server.encoding().equals("UTF8")) {
      throw failures.refused(
          "cannot hold all texts (found encoding " + server.encoding() + ", expected UTF8)",
          "create a database with ENCODING 'UTF8'",
          null);
    }
  }

  private static Sql connected(PostgresAddress address, PostgresFailures failures) {
    try {
      Connection connection = new Driver().connect(address.url(), address.properties());
      if (connection == null) {
        throw new IllegalArgumentException("not the URL of a PostgreSQL database: " + address);
      }
      return new Sql(connection, failures::ofStatement);
    } catch (SQLException e) {
      throw failures.ofConnecting(e);
    }
  }
}
