package tribune.trail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tribune.proof.TreeNode;
import tribune.threads.InOrder;

/**
 * What the tables have of the records that are being checked: taken in with each block, and given
 * out once, as its turn comes. Used by one thread.
 */
final class Stretches {
  private final InOrder<Block, Block.Checked> blocks;
  private final Map<Long, TrailRow> rows = new HashMap<>();
  private final Set<TreeNode> nodes = new HashSet<>();
  private final Map<Long, StoredCheckpoint> checkpoints = new HashMap<>();
  private final Map<Long, Optional<EntryCheck.Misfit>> signatures = new HashMap<>();
  private final Deque<VettedLine> lines = new ArrayDeque<>();

  Stretches(InOrder<Block, Block.Checked> blocks) {
    this.blocks = blocks;
  }

  /** Takes in the next block; empty after the last. */
  Optional<Block.Checked> next() {
    Optional<Block.Checked> block = blocks.next();
    block.ifPresent(this::take);
    return block;
  }

  /** The next line, of whatever block. */
  Optional<VettedLine> line() {
    while (lines.isEmpty()) {
      if (next().isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(lines.remove());
  }

  private void take(Block.Checked block) {
    block.tables().rows().forEach(row -> rows.put(row.seq(), row));
    nodes.addAll(block.tables().nodes());
    block.tables().checkpoints().forEach(it -> checkpoints.put(it.size(), it));
    signatures.putAll(block.signatures());
    lines.addAll(block.lines());
  }

  Optional<TrailRow> row(long seq) {
    return Optional.ofNullable(rows.remove(seq));
  }

  /** What is stored in the place of this node. */
  Optional<TreeNode> node(TreeNode expected) {
    if (nodes.remove(expected)) {
      return Optional.of(expected);
    }
    return nodes.stream()
        .filter(it -> it.level() == expected.level() && it.index() == expected.index())
        .findFirst();
  }

  Optional<StoredCheckpoint> checkpoint(long size) {
    return Optional.ofNullable(checkpoints.remove(size));
  }

  /** What looking at the signature of the key that it names came to. */
  Optional<EntryCheck.Misfit> signature(StoredCheckpoint checkpoint) {
    Optional<EntryCheck.Misfit> found = signatures.remove(checkpoint.size());
    return found == null ? CheckpointCheck.unsigned(checkpoint, checkpoint.key()) : found;
  }
}
