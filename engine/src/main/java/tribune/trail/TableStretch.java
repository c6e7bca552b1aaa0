package tribune.trail;

import java.util.List;
import tribune.proof.TreeNode;

/**
 * What the tables have of a range of records, unchecked.
 *
 * @param to the place after the last record of the range
 * @param nodes that the records completed, leaves left out
 * @param checkpoints over one of the records as the last
 */
record TableStretch(
    TrailTables.Standing standing,
    long from,
    long to,
    List<TrailRow> rows,
    List<TreeNode> nodes,
    List<StoredCheckpoint> checkpoints) {

  static TableStretch read(TrailTables tables, long from, long to) {
    return new TableStretch(
        tables.standing(),
        from,
        to,
        tables.rows(from, to),
        tables.nodes(from, to),
        tables.checkpoints(from, to));
  }
}
