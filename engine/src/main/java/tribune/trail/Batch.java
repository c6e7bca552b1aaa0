package tribune.trail;

import java.util.List;
import tribune.proof.TreeNode;

/**
 * Records that became durable together, as the tables take them.
 *
 * @param ruleBases those that are new with this batch
 * @param nodes all nodes of the tree that these records completed, leaves included
 * @param before where the trail stood
 * @param after where it stands with them
 * @param checkpoints that are over one of these records as the last, in order
 */
public record Batch(
    List<StoredRuleBase> ruleBases,
    List<Entry> entries,
    List<TreeNode> nodes,
    Head before,
    Head after,
    List<StoredCheckpoint> checkpoints) {
  public Batch {
    checkpoints = List.copyOf(checkpoints);
    ruleBases = List.copyOf(ruleBases);
    entries = List.copyOf(entries);
    nodes = List.copyOf(nodes);
    if (after.size() - before.size() != entries.size()) {
      throw new IllegalArgumentException(
          entries.size() + " records do not lead from " + before + " to " + after);
    }
    for (StoredCheckpoint checkpoint : checkpoints) {
      if (checkpoint.size() <= before.size() || checkpoint.size() > after.size()) {
        throw new IllegalArgumentException(
            "a checkpoint over " + checkpoint.size() + " records is not of this batch");
      }
    }
  }
}
