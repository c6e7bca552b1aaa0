package tribune.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed of a tree to append to it and to know its root: the roots of the complete
 * subtrees that its leaves fall into, largest first. There is one for each bit that is set in the
 * size, so at most 63. Immutable; safe for use by several threads.
 *
 * <p>Source: RFC 9162, section 2.1.1, which splits a tree at the largest power of two below its
 * size.
 */
public final class CompactRange {
  /** The highest level a node can stand on. */
  static final int MAX_LEVEL = 62;

  private static final CompactRange EMPTY = new CompactRange(0, List.of());

  private final long size;
  private final List<Hash> subtrees;

  /** Once it was asked for. Threads that ask at once compute the same. */
  private @Nullable Hash root;

  private CompactRange(long size, List<Hash> subtrees) {
    this.size = size;
    this.subtrees = subtrees;
  }

  /** The tree without leaves. */
  public static CompactRange empty() {
    return EMPTY;
  }

  /**
   * The tree over the first leaves of stored nodes.
   *
   * @param size how many leaves
   * @param nodes asked once for each bit that is set in {@code size}
   */
  public static CompactRange of(long size, Nodes nodes) {
    if (size < 0) {
      throw new IllegalArgumentException("a tree has no fewer than 0 leaves, asked for " + size);
    }
    List<Hash> subtrees = new ArrayList<>();
    long covered = 0;
    for (int level = MAX_LEVEL; level >= 0; level--) {
      if ((size >>> level & 1) == 1) {
        subtrees.add(nodes.node(level, covered >>> level));
        covered += 1L << level;
      }
    }
    return new CompactRange(size, List.copyOf(subtrees));
  }

  /** How many leaves the tree has. */
  public long size() {
    return size;
  }

  /** The root of the tree. */
  public Hash root() {
    Hash known = root;
    if (known == null) {
      known = computedRoot();
      root = known;
    }
    return known;
  }

  private Hash computedRoot() {
    if (subtrees.isEmpty()) {
      return TreeHash.empty();
    }
    Hash root = subtrees.get(subtrees.size() - 1);
    for (int i = subtrees.size() - 2; i >= 0; i--) {
      root = TreeHash.node(subtrees.get(i), root);
    }
    return root;
  }

  /**
   * The tree with one more leaf.
   *
   * @param leaf the hash of the new leaf
   * @param completed told of each node that the leaf completes, from the leaf itself upwards
   */
  public CompactRange plus(Hash leaf, Consumer<TreeNode> completed) {
    List<Hash> grown = new ArrayList<>(subtrees);
    Hash hash = leaf;
    int level = 0;
    completed.accept(new TreeNode(level, size, hash));
    while ((size >>> level & 1) == 1) {
      hash = TreeHash.node(grown.remove(grown.size() - 1), hash);
      level++;
      completed.accept(new TreeNode(level, size >>> level, hash));
    }
    grown.add(hash);
    return new CompactRange(Math.addExact(size, 1), List.copyOf(grown));
  }
}
