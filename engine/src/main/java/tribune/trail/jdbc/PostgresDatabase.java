package tribune.trail.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tribune.proof.Hash;
import tribune.trail.Batch;
import tribune.trail.Head;
import tribune.trail.StoreFailure;
import tribune.trail.TrailDatabase;

/** A trail in PostgreSQL, on one connection. Used by one thread. */
final class PostgresDatabase extends JdbcTables implements TrailDatabase {
  /** Of the schema that this program reads and writes. */
  static final int VERSION = 3;

  private static final String HEAD = "SELECT size, root FROM head WHERE one = 1";

  private final PostgresAddress address;

  private PostgresDatabase(PostgresAddress address, Sql sql) {
    super(sql);
    this.address = address;
  }

  /**
   * Connects, and makes sure that there is a trail of the version that is known here. Looks at one
   * row: what it takes to change a schema is loaded by {@link PostgresSchema} only.
   *
   * @throws tribune.trail.StoreRefused if there is none
   */
  static PostgresDatabase connect(PostgresAddress address) {
    Sql sql = PostgresConnection.open(address);
    try {
      requireVersion(sql, address);
      return new PostgresDatabase(address, sql);
    } catch (RuntimeException e) {
      sql.close();
      throw e;
    }
  }

  private static void requireVersion(Sql sql, PostgresAddress address) {
    PostgresFailures failures = new PostgresFailures(address);
    Optional<Boolean> isThere =
        sql.first("SELECT to_regclass('head') IS NOT NULL", row -> row.getBoolean(1));
    if (!isThere.orElse(false)) {
      throw failures.withoutTrail(null);
    }
    int found =
        sql.first("SELECT version FROM head WHERE one = 1", row -> row.getInt(1))
            .orElseThrow(() -> failures.withoutTrail(null));
    if (found > VERSION) {
      throw failures.refused(
          "was set up by a newer Tribune (found schema " + found + ", expected " + VERSION + ")",
          "use that one",
          null);
    }
    if (found < VERSION) {
      throw failures.refused(
          "has an older schema (found " + found + ", expected " + VERSION + ")",
          "as its owner, run `trail init --store URL` once",
          null);
    }
  }

  @Override
  public Head head() {
    return head(HEAD);
  }

  @Override
  public long signed() {
    return sql()
        .first("SELECT checkpoints FROM head WHERE one = 1", row -> row.getLong(1))
        .orElse(0L);
  }

  @Override
  public Head lock() {
    sql().begin();
    return head(HEAD + " FOR UPDATE");
  }

  private Head head(String select) {
    return sql()
        .first(select, row -> new Head(row.getLong(1), Hash.of(row.getBytes(2))))
        .orElseThrow(() -> new StoreFailure("the trail in " + address + " has no head"));
  }

  @Override
  public void add(List<Batch> batches) {
    sql()
        .work(
            () -> {
              addRows(batches);
              int signed = batches.stream().mapToInt(batch -> batch.checkpoints().size()).sum();
              advance(batches.get(0).before(), batches.get(batches.size() - 1).after(), signed);
            });
  }

  /** Compare and swap: a guard behind the lock. */
  private void advance(Head before, Head after, int signed) throws SQLException {
    int changed =
        sql()
            .update(
                "UPDATE head SET size = ?, root = ?, checkpoints = checkpoints + ?"
                    + " WHERE one = 1 AND size = ? AND root = ?",
                after.size(),
                after.root(),
                signed,
                before.size(),
                before.root());
    if (changed != 1) {
      throw new SQLException("the trail does not stand at " + before);
    }
  }

  @Override
  public void commit() {
    sql().commit();
    sql().end();
  }

  @Override
  public void rollBack() {
    try {
      if (sql().isInTransaction()) {
        sql().rollBack();
        sql().end();
      }
    } catch (RuntimeException e) {
      // The connection is gone, and with it the transaction and its lock.
    }
  }

  @Override
  public TrailDatabase snapshot() {
    Sql sql = PostgresConnection.open(address);
    sql.begin();
    try {
      sql.work(() -> sql.script("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;\n"));
      return new PostgresDatabase(address, sql);
    } catch (RuntimeException e) {
      sql.close();
      throw e;
    }
  }
}
