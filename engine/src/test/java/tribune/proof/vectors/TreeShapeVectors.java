package tribune.proof.vectors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tribune.proof.Fault;
import tribune.proof.Hash;
import tribune.proof.TestTree;
import tribune.proof.TreeHash;

/**
 * The same mistakes in trees of other shapes: full ones, one leaf more or less than full, leaves at
 * both edges. The kinds of mistakes are those of the vectors of the Go module {@code
 * github.com/transparency-dev/merkle}.
 */
final class TreeShapeVectors {
  private static final TestTree TREE = new TestTree(1025);
  private static final Hash STRANGER = TreeHash.leaf(new byte[] {42});
  private static final int[][] PLACES = {
    {0, 7}, {6, 7}, {3, 8}, {64, 65}, {511, 1023}, {1023, 1025}
  };
  private static final int[][] PAIRS = {{1, 8}, {4, 7}, {6, 8}, {7, 8}, {64, 65}, {512, 1025}};

  private TreeShapeVectors() {}

  static List<Vector> inclusion() {
    List<Vector> all = new ArrayList<>();
    for (int[] place : PLACES) {
      int index = place[0];
      int size = place[1];
      String shape = "-%d-of-%d".formatted(index, size);
      List<Hash> good = TREE.path(index, 0, size);
      all.add(
          leaf(
              Vector.good(
                  "inclusion", "happy-path" + shape, "leaf %d of %d".formatted(index, size)),
              index,
              size,
              place,
              good));
      lists(good, Map.of("root", TREE.root(size)))
          .forEach(
              (name, hashes) ->
                  all.add(
                      leaf(
                          bad("inclusion", name + shape, Fault.WRONG_LENGTH),
                          index,
                          size,
                          place,
                          hashes)));
      for (int i : new TreeSet<>(List.of(0, good.size() - 1))) {
        Vector flipped = bad("inclusion", "modified-bit-" + i + shape, Fault.ROOT_MISMATCH);
        all.add(leaf(flipped, index, size, place, flipped(good, i)));
      }
      Map<String, int[]> others = new LinkedHashMap<>();
      others.put("index-plus-1", new int[] {index + 1, size});
      others.put("index-minus-1", new int[] {index - 1, size});
      others.put("index-xor-2", new int[] {index ^ 2, size});
      others.put("size-doubled", new int[] {index, size * 2});
      others.put("size-halved", new int[] {index, size / 2});
      others.forEach(
          (name, other) ->
              all.add(
                  leaf(
                      bad("inclusion", name + shape, fault(other[0], other[1], good)),
                      other[0],
                      other[1],
                      place,
                      good)));
    }
    return all;
  }

  static List<Vector> consistency() {
    List<Vector> all = new ArrayList<>();
    for (int[] pair : PAIRS) {
      int older = pair[0];
      int newer = pair[1];
      String shape = "-%d-to-%d".formatted(older, newer);
      List<Hash> good = TREE.subproof(older, 0, newer, true);
      String why = "the tree of %d begins with that of %d".formatted(newer, older);
      all.add(trees(Vector.good("consistency", "happy-path" + shape, why), pair, pair, good));
      lists(good, Map.of("old-root", TREE.root(older), "new-root", TREE.root(newer)))
          .forEach(
              (name, hashes) ->
                  all.add(
                      trees(
                          bad("consistency", name + shape, Fault.WRONG_LENGTH),
                          pair,
                          pair,
                          hashes)));
      for (int i : new TreeSet<>(List.of(0, good.size() - 1))) {
        Vector flipped = bad("consistency", "modified-bit-" + i + shape, Fault.ROOT_MISMATCH);
        all.add(trees(flipped, pair, pair, flipped(good, i)));
      }
      Map<String, int[]> others = new LinkedHashMap<>();
      others.put("old-size-plus-1", new int[] {older + 1, newer});
      others.put("old-size-minus-1", new int[] {older - 1, newer});
      others.put("old-size-xor-2", new int[] {older ^ 2, newer});
      others.put("new-size-doubled", new int[] {older, newer * 2});
      others.put("new-size-halved", new int[] {older, newer / 2});
      others.forEach(
          (name, other) ->
              all.add(
                  trees(bad("consistency", name + shape, fault(other, good)), other, pair, good)));
      all.add(
          trees(bad("consistency", "swapped-roots" + shape, Fault.ROOT_MISMATCH), pair, pair, good)
              .with("oldRoot", TREE.root(newer).base64())
              .with("newRoot", TREE.root(older).base64()));
    }
    return all;
  }

  /** Lists of another length than there must be. */
  private static Map<String, List<Hash>> lists(List<Hash> good, Map<String, Hash> roots) {
    Map<String, List<Hash>> lists = new LinkedHashMap<>();
    lists.put("empty-proof", List.of());
    lists.put("truncated-proof", good.subList(0, good.size() - 1));
    lists.put("trailing-hash", with(good, good.size(), STRANGER));
    lists.put("preceding-hash", with(good, 0, STRANGER));
    lists.put("first-hash-twice", with(good, 0, good.get(0)));
    roots.forEach(
        (name, root) -> {
          lists.put("trailing-" + name, with(good, good.size(), root));
          lists.put("preceding-" + name, with(good, 0, root));
        });
    if (good.size() == 1) {
      lists.remove("truncated-proof");
    }
    return lists;
  }

  /** What comes first: bounds, the length, the hashes. */
  private static Fault fault(int index, int size, List<Hash> proof) {
    if (index < 0 || index >= size) {
      return Fault.INDEX_BEYOND_SIZE;
    }
    return new Shape(index, size).inclusion() == proof.size()
        ? Fault.ROOT_MISMATCH
        : Fault.WRONG_LENGTH;
  }

  private static Fault fault(int[] sizes, List<Hash> proof) {
    if (sizes[0] > sizes[1]) {
      return Fault.IMPOSSIBLE_SIZE;
    }
    return new Shape(sizes[0], sizes[1]).consistency() == proof.size()
        ? Fault.ROOT_MISMATCH
        : Fault.WRONG_LENGTH;
  }

  /** How many hashes the definitions of RFC 9162 give, counted without a tree. */
  private record Shape(int m, int n) {
    int inclusion() {
      int k = TestTree.split(n);
      if (n == 1) {
        return 0;
      }
      return 1 + (m < k ? new Shape(m, k).inclusion() : new Shape(m - k, n - k).inclusion());
    }

    int consistency() {
      return m == 0 ? 0 : subproof(true);
    }

    private int subproof(boolean whole) {
      if (m == n) {
        return whole ? 0 : 1;
      }
      int k = TestTree.split(n);
      return 1
          + (m <= k ? new Shape(m, k).subproof(whole) : new Shape(m - k, n - k).subproof(false));
    }
  }

  private static Vector bad(String kind, String name, Fault fault) {
    return Vector.bad(kind, name, fault, "as the name says, all else as in the happy path");
  }

  private static Vector leaf(Vector vector, int index, int size, int[] place, List<Hash> hashes) {
    return vector
        .with("index", index)
        .with("size", size)
        .with("leaf", TestTree.leaf(place[0]).base64())
        .with("root", TREE.root(place[1]).base64())
        .withHashes(hashes);
  }

  private static Vector trees(Vector vector, int[] sizes, int[] pair, List<Hash> hashes) {
    return vector
        .with("oldSize", sizes[0])
        .with("newSize", sizes[1])
        .with("oldRoot", TREE.root(pair[0]).base64())
        .with("newRoot", TREE.root(pair[1]).base64())
        .withHashes(hashes);
  }

  private static List<Hash> with(List<Hash> hashes, int at, Hash hash) {
    List<Hash> more = new ArrayList<>(hashes);
    more.add(at, hash);
    return more;
  }

  private static List<Hash> flipped(List<Hash> hashes, int index) {
    byte[] bytes = hashes.get(index).bytes();
    bytes[0] ^= 16;
    List<Hash> flipped = new ArrayList<>(hashes);
    flipped.set(index, Hash.of(bytes));
    return flipped;
  }
}
