package tribune.proof;

/** The roots of trees and parts of trees, from stored nodes. Source: RFC 9162, section 2.1.1. */
final class StoredRoots {
  private final Nodes nodes;

  StoredRoots(Nodes nodes) {
    this.nodes = nodes;
  }

  /**
   * The root over the leaves {@code from} up to, not including, {@code to}. Asks for one node for
   * each bit that is set in their number.
   *
   * @param from a multiple of a power of two that is at least {@code to - from}, as the places are
   *     at which the definition splits a tree
   */
  Hash root(long from, long to) {
    int level = Long.numberOfTrailingZeros(to - from);
    long start = to - (1L << level);
    Hash root = nodes.node(level, start >>> level);
    while (start > from) {
      level = Long.numberOfTrailingZeros(start - from);
      start -= 1L << level;
      root = TreeHash.node(nodes.node(level, start >>> level), root);
    }
    return root;
  }

  /** The largest power of two below {@code size}: where a tree of that size is split. */
  static long split(long size) {
    return Long.highestOneBit(size - 1);
  }
}
