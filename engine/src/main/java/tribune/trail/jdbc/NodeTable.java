package tribune.trail.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
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

  /** The nodes that these records completed, from the lowest level up. */
  List<TreeNode> completed(long from, long to) {
    List<TreeNode> nodes = new ArrayList<>();
    for (int level = 1; to >> level > 0; level++) {
      if (from >> level < to >> level) {
        nodes.addAll(range(level, from >> level, to >> level));
      }
    }
    return nodes;
  }

  private List<TreeNode> range(int level, long from, long to) {
    return sql.list(
        "SELECT idx, hash FROM node WHERE level = ? AND idx >= ? AND idx < ?",
        row -> new TreeNode(level, row.getLong(1), Sql.hash(row, "hash")),
        level,
        from,
        to);
  }

  long count() {
    return sql.first("SELECT COUNT(*) FROM node", row -> row.getLong(1)).orElse(0L);
  }
}
