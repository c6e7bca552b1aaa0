package tribune.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompactRangeTest {
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  @ParameterizedTest
  @CsvSource({
    "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void known_trees_have_their_known_roots(int size, String root) {
    CompactRange tree = CompactRange.empty();
    for (String leaf : LEAVES.subList(0, size)) {
      tree = tree.plus(TreeHash.leaf(HexFormat.of().parseHex(leaf)), node -> {});
    }
    assertThat(tree.root().hex()).isEqualTo(root);
  }

  @Test
  void every_size_to_300_has_the_root_that_the_definition_gives() {
    List<Hash> leaves = leaves(300);
    CompactRange tree = CompactRange.empty();
    for (int size = 0; size <= 300; size++) {
      assertThat(tree.size()).isEqualTo(size);
      assertThat(tree.root()).as("size %d", size).isEqualTo(naive(leaves.subList(0, size)));
      if (size < 300) {
        tree = tree.plus(leaves.get(size), node -> {});
      }
    }
  }

  @Test
  void every_earlier_tree_can_be_had_from_the_completed_nodes() {
    List<Hash> leaves = leaves(300);
    Map<List<Long>, Hash> nodes = new HashMap<>();
    CompactRange tree = CompactRange.empty();
    for (Hash leaf : leaves) {
      tree =
          tree.plus(
              leaf,
              node -> {
                Hash before = nodes.put(List.of((long) node.level(), node.index()), node.hash());
                assertThat(before).as("%s is completed once", node).isNull();
              });
    }
    for (int size = 0; size <= 300; size++) {
      CompactRange earlier =
          CompactRange.of(size, (level, index) -> nodes.get(List.of((long) level, index)));
      assertThat(earlier.root()).as("size %d", size).isEqualTo(naive(leaves.subList(0, size)));
      assertThat(earlier.size()).isEqualTo(size);
    }
  }

  @Test
  void a_completed_node_is_the_root_of_the_leaves_below_it() {
    List<Hash> leaves = leaves(64);
    List<TreeNode> nodes = new ArrayList<>();
    CompactRange tree = CompactRange.empty();
    for (Hash leaf : leaves) {
      tree = tree.plus(leaf, nodes::add);
    }
    assertThat(nodes).hasSize(127);
    for (TreeNode node : nodes) {
      int from = (int) node.index() << node.level();
      List<Hash> below = leaves.subList(from, from + (1 << node.level()));
      assertThat(node.hash()).as("%s", node).isEqualTo(naive(below));
    }
  }

  @Test
  void a_tree_has_no_negative_size() {
    assertThatThrownBy(() -> CompactRange.of(-1, (level, index) -> TreeHash.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The definition of RFC 9162, section 2.1.1, word for word. */
  private static Hash naive(List<Hash> leaves) {
    if (leaves.isEmpty()) {
      return TreeHash.empty();
    }
    if (leaves.size() == 1) {
      return leaves.get(0);
    }
    int k = 1;
    while (k * 2 < leaves.size()) {
      k *= 2;
    }
    return TreeHash.node(naive(leaves.subList(0, k)), naive(leaves.subList(k, leaves.size())));
  }

  private static List<Hash> leaves(int count) {
    List<Hash> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      leaves.add(TreeHash.leaf(new byte[] {(byte) i, (byte) (i >> 8)}));
    }
    return leaves;
  }
}
