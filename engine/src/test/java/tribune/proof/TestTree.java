package tribune.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tree with all its nodes, and the definitions of RFC 9162, word for word, to compare with. */
public final class TestTree {
  private final List<Hash> leaves = new ArrayList<>();
  private final List<List<Hash>> nodes = new ArrayList<>();
  private final Map<List<Integer>, Hash> ranges = new HashMap<>();

  /** A tree over the texts {@code leaf 0}, {@code leaf 1} and so on. */
  public TestTree(int size) {
    CompactRange tree = CompactRange.empty();
    for (int i = 0; i < size; i++) {
      Hash leaf = leaf(i);
      leaves.add(leaf);
      tree = tree.plus(leaf, this::keep);
    }
  }

  /** What the leaf at this index is made of. */
  public static byte[] content(long index) {
    return ("leaf " + index).getBytes(StandardCharsets.UTF_8);
  }

  /** The hash of a leaf. */
  public static Hash leaf(long index) {
    return TreeHash.leaf(content(index));
  }

  /** A stored node, as a table of nodes would give it. */
  public Hash node(int level, long index) {
    return nodes.get(level).get((int) index);
  }

  /** The root over the first leaves. */
  public Hash root(int size) {
    return size == 0 ? TreeHash.empty() : mth(0, size);
  }

  /** MTH of section 2.1.1. */
  Hash mth(int from, int to) {
    if (to - from == 1) {
      return leaves.get(from);
    }
    List<Integer> range = List.of(from, to);
    Hash known = ranges.get(range);
    if (known == null) {
      int k = split(to - from);
      known = TreeHash.node(mth(from, from + k), mth(from + k, to));
      ranges.put(range, known);
    }
    return known;
  }

  /** PATH of section 2.1.3.1. */
  public List<Hash> path(int m, int from, int to) {
    int n = to - from;
    if (n == 1) {
      return List.of();
    }
    int k = split(n);
    return m < k
        ? plus(path(m, from, from + k), mth(from + k, to))
        : plus(path(m - k, from + k, to), mth(from, from + k));
  }

  /** SUBPROOF of section 2.1.4.1. */
  public List<Hash> subproof(int m, int from, int to, boolean whole) {
    int n = to - from;
    if (m == n) {
      return whole ? List.of() : List.of(mth(from, to));
    }
    int k = split(n);
    return m <= k
        ? plus(subproof(m, from, from + k, whole), mth(from + k, to))
        : plus(subproof(m - k, from + k, to, false), mth(from, from + k));
  }

  /** The largest power of two below this. */
  public static int split(int n) {
    int k = 1;
    while (k * 2 < n) {
      k *= 2;
    }
    return k;
  }

  private static List<Hash> plus(List<Hash> hashes, Hash hash) {
    List<Hash> more = new ArrayList<>(hashes);
    more.add(hash);
    return more;
  }

  private void keep(TreeNode node) {
    while (nodes.size() <= node.level()) {
      nodes.add(new ArrayList<>());
    }
    nodes.get(node.level()).add(node.hash());
  }
}
