package tribune.proof;

import static java.util.Objects.requireNonNull;

/**
 * The root of one complete subtree. Once all leaves below it are there it never changes, so it can
 * be stored.
 *
 * @param level how high it stands; leaves are at level 0 and a node covers {@code 2^level} leaves
 * @param index which of its level it is, from the left, from 0
 * @param hash its hash
 */
public record TreeNode(int level, long index, Hash hash) {
  public TreeNode {
    requireNonNull(hash, "hash");
    if (level < 0 || level > CompactRange.MAX_LEVEL || index < 0) {
      throw new IllegalArgumentException("no such node: level " + level + ", index " + index);
    }
  }
}
