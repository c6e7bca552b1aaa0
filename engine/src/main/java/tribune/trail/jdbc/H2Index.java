package tribune.trail.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tribune.proof.Hash;
import tribune.trail.Batch;
import tribune.trail.Head;
import tribune.trail.Mark;
import tribune.trail.TrailIndex;

/** An index in H2. Used by one thread. */
final class H2Index extends JdbcTables implements TrailIndex {
  H2Index(Sql sql) {
    super(sql);
  }

  @Override
  public Optional<Mark> mark() {
    return sql()
        .first(
            "SELECT size, root, journal_offset FROM head WHERE one = 1 AND size > 0",
            row -> new Mark(new Head(row.getLong(1), Hash.of(row.getBytes(2))), row.getLong(3)));
  }

  @Override
  public long countRecords() {
    return sql().first("SELECT COUNT(*) FROM record", row -> row.getLong(1)).orElse(0L);
  }

  @Override
  public void add(List<Batch> batches, long end) {
    if (batches.isEmpty()) {
      return;
    }
    sql()
        .transaction(
            () -> {
              addRows(batches);
              advance(batches.get(0).before(), batches.get(batches.size() - 1).after(), end);
            });
  }

  /** Compare and swap: whoever comes second finds no row to change. */
  private void advance(Head before, Head after, long end) throws SQLException {
    int changed =
        sql()
            .update(
                "UPDATE head SET size = ?, root = ?, journal_offset = ?"
                    + " WHERE one = 1 AND size = ? AND root = ?",
                after.size(),
                after.root(),
                end,
                before.size(),
                before.root());
    if (changed != 1) {
      throw new SQLException("the index does not stand at " + before);
    }
  }
}
