package tribune.proof;

/** Where the roots of complete subtrees are kept. */
@FunctionalInterface
public interface Nodes {
  /**
   * The root of the complete subtree over leaves {@code index * 2^level} up to, not including,
   * {@code (index + 1) * 2^level}.
   */
  Hash node(int level, long index);
}
