package tribune.proof;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Shows that a tree begins with all leaves of an older one, unchanged and in the same order, to
 * somebody who has both roots. One that exists has sizes in order and the one right number of
 * hashes; what is left to check is the hashes. Immutable; safe for use by several threads.
 *
 * <p>Between trees of the same size, and from the tree without leaves, the proof has no hashes; the
 * roots are compared all the same. Source: RFC 9162, sections 2.1.4.1 (generation) and 2.1.4.2
 * (verification), which leave these two cases to the caller.
 *
 * @param oldSize how many leaves the older tree has
 * @param newSize how many leaves the newer tree has
 * @param hashes in the order of the RFC
 */
public record ConsistencyProof(long oldSize, long newSize, List<Hash> hashes) {
  /**
   * @throws ProofRefused if the sizes are not in order, or if a proof between them has another
   *     number of hashes
   */
  public ConsistencyProof {
    hashes = List.copyOf(hashes);
    requireOrder(oldSize, newSize);
    int length = length(oldSize, newSize);
    if (hashes.size() != length) {
      throw ProofRefused.of(
          Fault.WRONG_LENGTH,
          "consistency proof: found %d hashes, expected %d from size %d to %d",
          hashes.size(),
          length,
          oldSize,
          newSize);
    }
  }

  /**
   * The proof between two sizes of a stored tree.
   *
   * @param nodes asked for at most two nodes for each level of the tree
   * @throws ProofRefused if the sizes are not in order
   */
  public static ConsistencyProof of(long oldSize, long newSize, Nodes nodes) {
    requireOrder(oldSize, newSize);
    if (oldSize == 0) {
      return new ConsistencyProof(oldSize, newSize, List.of());
    }
    StoredRoots roots = new StoredRoots(nodes);
    List<Hash> fromTop = new ArrayList<>();
    long from = 0;
    long to = newSize;
    while (to != oldSize) {
      long middle = from + StoredRoots.split(to - from);
      if (oldSize <= middle) {
        fromTop.add(roots.root(middle, to));
        to = middle;
      } else {
        fromTop.add(roots.root(from, middle));
        from = middle;
      }
    }
    if (from > 0) {
      fromTop.add(roots.root(from, to));
    }
    Collections.reverse(fromTop);
    return new ConsistencyProof(oldSize, newSize, fromTop);
  }

  /** How many hashes the proof between these sizes has. */
  static int length(long oldSize, long newSize) {
    if (oldSize == 0 || oldSize == newSize) {
      return 0;
    }
    int shared = Long.numberOfTrailingZeros(oldSize);
    int inner = InclusionProof.bits((oldSize - 1) ^ (newSize - 1));
    int border = Long.bitCount((oldSize - 1) >>> inner);
    int seed = Long.bitCount(oldSize) == 1 ? 0 : 1;
    return seed + inner - shared + border;
  }

  /**
   * Returns only if the tree with the new root begins with the tree with the old root.
   *
   * @throws ProofRefused if not
   */
  public void verify(Hash oldRoot, Hash newRoot) {
    requireNonNull(oldRoot, "oldRoot");
    requireNonNull(newRoot, "newRoot");
    requireEmptyRoot(oldSize, oldRoot);
    requireEmptyRoot(newSize, newRoot);
    if (oldSize == newSize) {
      requireSame("the same size", oldRoot, newRoot);
    } else if (oldSize > 0) {
      verifyPath(oldRoot, newRoot);
    }
  }

  private void verifyPath(Hash oldRoot, Hash newRoot) {
    List<Hash> path = new ArrayList<>(hashes);
    if (Long.bitCount(oldSize) == 1) {
      path.add(0, oldRoot);
    }
    int shared = Long.numberOfTrailingZeros(oldSize);
    long place = (oldSize - 1) >>> shared;
    long last = (newSize - 1) >>> shared;
    Hash older = path.get(0);
    Hash newer = older;
    for (Hash hash : path.subList(1, path.size())) {
      if ((place & 1) == 1 || place == last) {
        older = TreeHash.node(hash, older);
        newer = TreeHash.node(hash, newer);
        int up = Long.numberOfTrailingZeros(place);
        place >>>= up;
        last >>>= up;
      } else {
        newer = TreeHash.node(newer, hash);
      }
      place >>>= 1;
      last >>>= 1;
    }
    requireSame("size " + oldSize, older, oldRoot);
    requireSame("size " + newSize, newer, newRoot);
  }

  private static void requireEmptyRoot(long size, Hash root) {
    if (size == 0) {
      requireSame("size 0", root, TreeHash.empty());
    }
  }

  private static void requireSame(String where, Hash found, Hash expected) {
    if (!found.equals(expected)) {
      throw ProofRefused.of(
          Fault.ROOT_MISMATCH,
          "consistency proof: found root %s at %s, expected %s",
          found,
          where,
          expected);
    }
  }

  private static void requireOrder(long oldSize, long newSize) {
    if (oldSize < 0 || newSize < oldSize) {
      throw ProofRefused.of(
          Fault.IMPOSSIBLE_SIZE,
          "consistency proof: found size %d going on from size %d, expected 0 or more, growing",
          newSize,
          oldSize);
    }
  }
}
