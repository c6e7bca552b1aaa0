package tribune.trail.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tribune.proof.Hash;

/**
 * Runs statements on one connection and keeps them prepared. The text of a statement is always a
 * constant; what comes from outside is always a parameter. Used by one thread.
 */
final class Sql implements AutoCloseable {
  private final Connection connection;
  private final Function<SQLException, RuntimeException> failure;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  /**
   * @param failure what a failed statement is to those who asked for it
   */
  Sql(Connection connection, Function<SQLException, RuntimeException> failure) {
    this.connection = connection;
    this.failure = failure;
  }

  /** Makes one row a value. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Something that is done whole or not at all. */
  interface Work {
    void run() throws SQLException;
  }

  <T> List<T> list(String text, Row<T> row, Object... parameters) {
    try (ResultSet rows = bound(text, parameters).executeQuery()) {
      List<T> list = new ArrayList<>();
      while (rows.next()) {
        list.add(row.read(rows));
      }
      return list;
    } catch (SQLException e) {
      throw failure.apply(e);
    }
  }

  <T> Optional<T> first(String text, Row<T> row, Object... parameters) {
    return list(text, row, parameters).stream().findFirst();
  }

  /** Changes rows and returns how many. */
  int update(String text, Object... parameters) throws SQLException {
    return bound(text, parameters).executeUpdate();
  }

  /** Runs one statement for each of these rows of parameters. */
  void updateAll(String text, List<Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    PreparedStatement statement = statement(text);
    for (Object[] row : rows) {
      bind(statement, row);
      statement.addBatch();
    }
    statement.executeBatch();
  }

  /** Runs a script: statements that each end in a semicolon at the end of a line. */
  void script(String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String one : text.split(";\n", -1)) {
        if (!one.isBlank()) {
          statement.execute(one);
        }
      }
    }
  }

  /** Does this and commits, or rolls back. */
  void transaction(Work work) {
    boolean done = false;
    try {
      work(work);
      commit();
      done = true;
    } finally {
      if (!done) {
        rollBack();
      }
    }
  }

  /** Does this within the transaction that goes on. */
  void work(Work work) {
    try {
      work.run();
    } catch (SQLException e) {
      throw failure.apply(e);
    }
  }

  /** From here on, statements belong to one transaction. */
  void begin() {
    work(() -> connection.setAutoCommit(false));
  }

  void commit() {
    work(connection::commit);
  }

  void rollBack() {
    work(connection::rollback);
  }

  /** Ends what {@link #begin} began: from here on, each statement is a transaction of its own. */
  void end() {
    work(() -> connection.setAutoCommit(true));
  }

  boolean isInTransaction() {
    boolean[] begun = {false};
    work(() -> begun[0] = !connection.getAutoCommit());
    return begun[0];
  }

  private PreparedStatement bound(String text, Object... parameters) throws SQLException {
    PreparedStatement statement = statement(text);
    bind(statement, parameters);
    return statement;
  }

  private PreparedStatement statement(String text) throws SQLException {
    PreparedStatement statement = prepared.get(text);
    if (statement == null) {
      statement = connection.prepareStatement(text);
      prepared.put(text, statement);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      Object value = parameters[i];
      statement.setObject(i + 1, value instanceof Hash hash ? hash.bytes() : value);
    }
  }

  static Hash hash(ResultSet row, String column) throws SQLException {
    return Hash.of(row.getBytes(column));
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure.apply(e);
    }
  }
}
