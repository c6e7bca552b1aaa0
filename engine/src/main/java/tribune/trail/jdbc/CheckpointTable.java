package tribune.trail.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tribune.trail.Bytes;
import tribune.trail.StoredCheckpoint;

/** The table {@code checkpoint}. */
final class CheckpointTable {
  private final Sql sql;

  CheckpointTable(Sql sql) {
    this.sql = sql;
  }

  void add(List<StoredCheckpoint> checkpoints) throws SQLException {
    sql.updateAll(
        "INSERT INTO checkpoint (size, verifier, note) VALUES (?, ?, ?)",
        checkpoints.stream()
            .map(it -> new Object[] {it.size(), it.key(), it.note().toArray()})
            .toList());
  }

  List<StoredCheckpoint> range(long after, long to) {
    return sql.list(
        "SELECT size, verifier, note FROM checkpoint WHERE size > ? AND size <= ? ORDER BY size",
        CheckpointTable::checkpoint,
        after,
        to);
  }

  Optional<StoredCheckpoint> first(long size) {
    return sql.first(
        "SELECT size, verifier, note FROM checkpoint WHERE size >= ? ORDER BY size LIMIT 1",
        CheckpointTable::checkpoint,
        size);
  }

  long count() {
    return sql.first("SELECT COUNT(*) FROM checkpoint", row -> row.getLong(1)).orElse(0L);
  }

  Optional<StoredCheckpoint> newest() {
    return sql.first(
        "SELECT size, verifier, note FROM checkpoint ORDER BY size DESC LIMIT 1",
        CheckpointTable::checkpoint);
  }

  private static StoredCheckpoint checkpoint(ResultSet row) throws SQLException {
    return new StoredCheckpoint(row.getLong(1), row.getString(2), Bytes.of(row.getBytes(3)));
  }
}
