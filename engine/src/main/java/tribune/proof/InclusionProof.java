package tribune.proof;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Shows that a leaf stands at its place in a tree, to somebody who has the leaf and the root. One
 * that exists has an index below its size and the one right number of hashes; what is left to check
 * is the hashes. Immutable; safe for use by several threads.
 *
 * <p>Source: RFC 9162, sections 2.1.3.1 (generation) and 2.1.3.2 (verification).
 *
 * @param index which leaf, from 0
 * @param size how many leaves the tree has
 * @param hashes from the leaf's neighbour up to the child of the root
 */
public record InclusionProof(long index, long size, List<Hash> hashes) {
  /**
   * @throws ProofRefused if the tree has no such leaf, or if a proof for it has another number of
   *     hashes
   */
  public InclusionProof {
    hashes = List.copyOf(hashes);
    requireLeaf(index, size);
    int length = length(index, size);
    if (hashes.size() != length) {
      throw ProofRefused.of(
          Fault.WRONG_LENGTH,
          "inclusion proof: found %d hashes, expected %d for leaf %d of %d",
          hashes.size(),
          length,
          index,
          size);
    }
  }

  /**
   * The proof for a leaf of a stored tree.
   *
   * @param nodes asked for at most two nodes for each level of the tree
   * @throws ProofRefused if the tree has no such leaf
   */
  public static InclusionProof of(long index, long size, Nodes nodes) {
    requireLeaf(index, size);
    StoredRoots roots = new StoredRoots(nodes);
    List<Hash> fromTop = new ArrayList<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + StoredRoots.split(to - from);
      if (index < middle) {
        fromTop.add(roots.root(middle, to));
        to = middle;
      } else {
        fromTop.add(roots.root(from, middle));
        from = middle;
      }
    }
    Collections.reverse(fromTop);
    return new InclusionProof(index, size, fromTop);
  }

  /** How many hashes the proof for this leaf has. */
  static int length(long index, long size) {
    int inner = bits(index ^ (size - 1));
    return inner + Long.bitCount(index >>> inner);
  }

  /** The root of the tree that has this leaf at this place, if the hashes are right. */
  public Hash rootOver(Hash leaf) {
    Hash root = requireNonNull(leaf, "leaf");
    long place = index;
    long last = size - 1;
    for (Hash hash : hashes) {
      if ((place & 1) == 1 || place == last) {
        root = TreeHash.node(hash, root);
        int up = Long.numberOfTrailingZeros(place);
        place >>>= up;
        last >>>= up;
      } else {
        root = TreeHash.node(root, hash);
      }
      place >>>= 1;
      last >>>= 1;
    }
    return root;
  }

  /**
   * Returns only if the tree with this root has this leaf at this place.
   *
   * @throws ProofRefused if not
   */
  public void verify(Hash leaf, Hash root) {
    Hash found = rootOver(leaf);
    if (!found.equals(root)) {
      throw ProofRefused.of(
          Fault.ROOT_MISMATCH,
          "inclusion proof: leaf %s at index %d leads to root %s, expected %s",
          leaf,
          index,
          found,
          root);
    }
  }

  static int bits(long number) {
    return Long.SIZE - Long.numberOfLeadingZeros(number);
  }

  private static void requireLeaf(long index, long size) {
    if (size < 0) {
      throw new ProofRefused(
          Fault.IMPOSSIBLE_SIZE, "inclusion proof: found size " + size + ", expected 0 or more");
    }
    if (index < 0 || index >= size) {
      throw ProofRefused.of(
          Fault.INDEX_BEYOND_SIZE,
          "inclusion proof: found index %d, expected 0 or more and below the size %d",
          index,
          size);
    }
  }
}
