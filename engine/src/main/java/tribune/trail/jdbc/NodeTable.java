package tribune.trail.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tribune.proof.Hash;
import tribune.proof.TreeNode;

/** The table {@code node}. Leaves stand with their records. */
final class NodeTable {
  private final Sql sql;

  NodeTable(Sql sql) {
    this.sql = sql;
  }

  void add(List<TreeNode> nodes) throws SQLException {
    sql.updateAll(
        "INSERT INTO node (level, idx, hash) VALUES (?, ?, ?)",
        nodes.stream()
            .filter(node -> node.level() > 0)
            .map(node -> new Object[] {node.level(), node.index(), node.hash()})
            .toList());
  }

  Optional<Hash> node(int level, long index) {
    return sql.first(
        "SELECT hash FROM node WHERE level = ? AND idx = ?",
        row -> Sql.hash(row, "hash"),
        level,
        index);
  }

  long count() {
    return sql.first("SELECT COUNT(*) FROM node", row -> row.getLong(1)).orElse(0L);
  }
}
