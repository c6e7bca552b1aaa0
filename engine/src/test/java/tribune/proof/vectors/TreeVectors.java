package tribune.proof.vectors;

import java.util.ArrayList;
import java.util.List;
import tribune.proof.ConsistencyProof;
import tribune.proof.Fault;
import tribune.proof.Hash;
import tribune.proof.InclusionProof;
import tribune.proof.TestTree;
import tribune.proof.TreeHash;

/** The cases for the two proofs over trees. */
final class TreeVectors {
  private static final String INCLUSION = "inclusion";
  private static final String CONSISTENCY = "consistency";
  private static final TestTree TREE = new TestTree(200);
  private static final Hash STRANGER = TreeHash.leaf(new byte[] {42});

  private TreeVectors() {}

  static List<Vector> inclusion() {
    List<Vector> all = new ArrayList<>();
    for (int[] place :
        new int[][] {{0, 1}, {0, 2}, {1, 2}, {5, 13}, {12, 13}, {7, 8}, {130, 200}}) {
      all.add(
          inclusion(
              Vector.good(
                  INCLUSION,
                  "happy-path-%d-of-%d".formatted(place[0], place[1]),
                  "leaf " + place[0] + " of " + place[1] + " with its proof"),
              place[0],
              place[1],
              proof(place[0], place[1])));
    }
    List<Hash> good = proof(5, 13);
    Fault length = Fault.WRONG_LENGTH;
    all.add(bad("empty-proof", length, "no hashes, four are needed", List.of()));
    all.add(bad("removed-component", length, "the third hash is missing", without(good, 2)));
    all.add(bad("removed-first", length, "the first hash is missing", without(good, 0)));
    all.add(bad("removed-last", length, "the last hash is missing", without(good, 3)));
    all.add(bad("inserted-component", length, "a strange hash before the third", with(good, 2)));
    all.add(bad("preceding-hash", length, "a strange hash before the others", with(good, 0)));
    all.add(bad("trailing-hash", length, "a strange hash after the others", with(good, 4)));
    List<Hash> doubled = new ArrayList<>(good);
    doubled.addAll(good);
    all.add(bad("doubled-proof", length, "all hashes twice", doubled));
    List<Hash> rootToo = new ArrayList<>(good);
    rootToo.add(TREE.root(13));
    all.add(bad("trailing-root", length, "the root after the hashes", rootToo));
    Fault root = Fault.ROOT_MISMATCH;
    for (int i = 0; i < 4; i++) {
      all.add(
          bad("modified-bit-" + i, root, "one bit of hash " + i + " is flipped", flipped(good, i)));
    }
    all.add(bad("swapped-components", root, "the first two hashes change places", swapped(good)));
    all.add(bad("proof-of-another-leaf", root, "the hashes are those of leaf 6", proof(6, 13)));
    all.add(
        inclusion(wrong("wrong-index", root, "leaf 4 with the proof of leaf 5"), 4, 13, good)
            .with("leaf", TestTree.leaf(5).base64()));
    all.add(at("index-at-size", Fault.INDEX_BEYOND_SIZE, "index 13 in a tree of 13", 13, 13, good));
    all.add(at("negative-index", Fault.INDEX_BEYOND_SIZE, "an index below 0", -1, 13, good));
    all.add(at("wrong-size", length, "size 26 with a proof for size 13", 5, 26, good));
    all.add(at("size-zero", Fault.INDEX_BEYOND_SIZE, "a tree without leaves", 0, 0, List.of()));
    all.add(at("negative-size", Fault.IMPOSSIBLE_SIZE, "a size below 0", 0, -1, List.of()));
    all.add(
        inclusion(wrong("wrong-leaf", root, "another leaf than the one at 5"), 5, 13, good)
            .with("leaf", STRANGER.base64()));
    all.add(
        inclusion(wrong("node-as-leaf", root, "a node instead of a leaf"), 5, 13, good)
            .with("leaf", TreeHash.node(TestTree.leaf(4), TestTree.leaf(5)).base64()));
    all.add(
        inclusion(wrong("wrong-root", root, "the root of the tree of 12"), 5, 13, good)
            .with("root", TREE.root(12).base64()));
    all.add(
        inclusion(wrong("modified-root", root, "one bit of the root is flipped"), 5, 13, good)
            .with("root", flipped(List.of(TREE.root(13)), 0).get(0).base64()));
    all.add(
        inclusion(wrong("single-leaf-other-root", root, "a tree of another leaf"), 0, 1, List.of())
            .with("root", STRANGER.base64()));
    return all;
  }

  static List<Vector> consistency() {
    List<Vector> all = new ArrayList<>();
    int[][] pairs = {
      {0, 0}, {0, 13}, {1, 1}, {1, 2}, {6, 13}, {8, 13}, {13, 13}, {12, 13}, {64, 200}
    };
    for (int[] pair : pairs) {
      all.add(
          consistency(
              Vector.good(
                  CONSISTENCY,
                  "happy-path-%d-to-%d".formatted(pair[0], pair[1]),
                  "the tree of " + pair[1] + " begins with that of " + pair[0]),
              pair[0],
              pair[1],
              between(pair[0], pair[1])));
    }
    List<Hash> good = between(6, 13);
    Fault length = Fault.WRONG_LENGTH;
    all.add(grown("empty-proof", length, "no hashes, four are needed", List.of()));
    all.add(grown("removed-component", length, "the third hash is missing", without(good, 2)));
    all.add(grown("removed-first", length, "the first hash is missing", without(good, 0)));
    all.add(grown("removed-last", length, "the last hash is missing", without(good, 3)));
    all.add(grown("inserted-component", length, "a strange hash before the third", with(good, 2)));
    all.add(grown("preceding-hash", length, "a strange hash before the others", with(good, 0)));
    all.add(grown("trailing-hash", length, "a strange hash after the others", with(good, 4)));
    Fault root = Fault.ROOT_MISMATCH;
    for (int i = 0; i < 4; i++) {
      all.add(
          grown(
              "modified-bit-" + i, root, "one bit of hash " + i + " is flipped", flipped(good, i)));
    }
    all.add(grown("swapped-components", root, "the first two hashes change places", swapped(good)));
    Vector oldRoot = unfit("wrong-old-root", root, "the root of the tree of 5 as that of 6");
    all.add(consistency(oldRoot, 6, 13, good).with("oldRoot", TREE.root(5).base64()));
    Vector newRoot = unfit("wrong-new-root", root, "the root of the tree of 12 as that of 13");
    all.add(consistency(newRoot, 6, 13, good).with("newRoot", TREE.root(12).base64()));
    Vector turned = unfit("swapped-roots", root, "each root as the other");
    all.add(
        consistency(turned, 6, 13, good)
            .with("oldRoot", TREE.root(13).base64())
            .with("newRoot", TREE.root(6).base64()));
    Vector forked = unfit("forked-at-the-same-size", root, "two roots at one size");
    all.add(consistency(forked, 13, 13, List.of()).with("newRoot", STRANGER.base64()));
    Vector same = unfit("hashes-at-the-same-size", length, "hashes where none are needed");
    all.add(consistency(same, 13, 13, List.of(STRANGER)));
    Vector nothing = unfit("hashes-from-the-empty-tree", length, "hashes where none are needed");
    all.add(consistency(nothing, 0, 13, List.of(STRANGER)));
    Vector empty = unfit("wrong-root-of-the-empty-tree", root, "a root of leaves at size 0");
    all.add(consistency(empty, 0, 13, List.of()).with("oldRoot", STRANGER.base64()));
    Vector power =
        unfit("old-root-in-front", length, "a size that is a power of two, its root first");
    List<Hash> withRoot = new ArrayList<>(between(8, 13));
    withRoot.add(0, TREE.root(8));
    all.add(consistency(power, 8, 13, withRoot));
    Vector shrunk = unfit("shrunken", Fault.IMPOSSIBLE_SIZE, "a newer tree that is smaller");
    all.add(consistency(shrunk, 13, 6, good));
    Vector wrongOld = unfit("wrong-old-size", length, "size 5 with a proof from size 6");
    all.add(consistency(wrongOld, 5, 13, good).with("oldRoot", TREE.root(6).base64()));
    Vector wrongNew = unfit("wrong-new-size", length, "size 26 with a proof to size 13");
    all.add(consistency(wrongNew, 6, 26, good).with("newRoot", TREE.root(13).base64()));
    Vector negative = unfit("negative-size", Fault.IMPOSSIBLE_SIZE, "a size below 0");
    all.add(consistency(negative, -1, 13, good));
    return all;
  }

  static List<Hash> proof(int index, int size) {
    return InclusionProof.of(index, size, TREE::node).hashes();
  }

  private static List<Hash> between(int oldSize, int newSize) {
    return ConsistencyProof.of(oldSize, newSize, TREE::node).hashes();
  }

  private static Vector bad(String name, Fault fault, String why, List<Hash> hashes) {
    return at(name, fault, why, 5, 13, hashes);
  }

  private static Vector at(
      String name, Fault fault, String why, int index, int size, List<Hash> hashes) {
    return inclusion(wrong(name, fault, why), index, size, hashes);
  }

  private static Vector wrong(String name, Fault fault, String why) {
    return Vector.bad(INCLUSION, name, fault, why);
  }

  private static Vector inclusion(Vector vector, int index, int size, List<Hash> hashes) {
    return vector
        .with("index", index)
        .with("size", size)
        .with("leaf", TestTree.leaf(Math.max(0, index)).base64())
        .with("root", root(size))
        .withHashes(hashes);
  }

  private static Vector grown(String name, Fault fault, String why, List<Hash> hashes) {
    return consistency(unfit(name, fault, why), 6, 13, hashes);
  }

  private static Vector unfit(String name, Fault fault, String why) {
    return Vector.bad(CONSISTENCY, name, fault, why);
  }

  private static Vector consistency(Vector vector, int oldSize, int newSize, List<Hash> hashes) {
    return vector
        .with("oldSize", oldSize)
        .with("newSize", newSize)
        .with("oldRoot", root(oldSize))
        .with("newRoot", root(newSize))
        .withHashes(hashes);
  }

  private static String root(int size) {
    return TREE.root(Math.max(0, size)).base64();
  }

  private static List<Hash> without(List<Hash> hashes, int index) {
    List<Hash> fewer = new ArrayList<>(hashes);
    fewer.remove(index);
    return fewer;
  }

  private static List<Hash> with(List<Hash> hashes, int index) {
    List<Hash> more = new ArrayList<>(hashes);
    more.add(index, STRANGER);
    return more;
  }

  private static List<Hash> swapped(List<Hash> hashes) {
    List<Hash> swapped = new ArrayList<>(hashes);
    swapped.set(0, hashes.get(1));
    swapped.set(1, hashes.get(0));
    return swapped;
  }

  private static List<Hash> flipped(List<Hash> hashes, int index) {
    byte[] bytes = hashes.get(index).bytes();
    bytes[index] ^= 1;
    List<Hash> flipped = new ArrayList<>(hashes);
    flipped.set(index, Hash.of(bytes));
    return flipped;
  }
}
