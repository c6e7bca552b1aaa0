package tribune.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InclusionProofTest {
  /** With {@code -Dproofs.all=true} each proof is changed in every way; takes minutes. */
  private static final boolean ALL = Boolean.getBoolean("proofs.all");

  private static final int LARGEST = 1025;
  private static final TestTree TREE = new TestTree(LARGEST);

  @Test
  void every_leaf_of_every_tree_to_1025_has_its_proof_and_none_that_was_changed() {
    Hash[] roots = IntStream.rangeClosed(0, LARGEST).mapToObj(TREE::root).toArray(Hash[]::new);
    IntStream.rangeClosed(1, LARGEST)
        .parallel()
        .forEach(
            size -> {
              for (int index = 0; index < size; index++) {
                InclusionProof proof = InclusionProof.of(index, size, TREE::node);
                Hash leaf = TREE.node(0, index);
                proof.verify(leaf, roots[size]);
                if (ALL) {
                  refuseAllMutants(proof, leaf, roots[size]);
                } else {
                  refuseSomeMutants(proof, leaf, roots[size]);
                }
              }
            });
  }

  @Test
  void every_proof_to_130_is_the_one_that_the_definition_gives() {
    for (int size = 1; size <= 130; size++) {
      for (int index = 0; index < size; index++) {
        assertThat(InclusionProof.of(index, size, TREE::node).hashes())
            .as("leaf %d of %d", index, size)
            .isEqualTo(TREE.path(index, 0, size));
      }
    }
  }

  @Test
  void every_proof_to_130_is_refused_once_anything_in_it_is_changed() {
    for (int size = 1; size <= 130; size++) {
      Hash root = TREE.root(size);
      for (int index = 0; index < size; index++) {
        refuseAllMutants(InclusionProof.of(index, size, TREE::node), TestTree.leaf(index), root);
      }
    }
  }

  @Test
  void proofs_of_the_largest_sizes_are_refused_once_anything_in_them_is_changed() {
    for (int size : new int[] {255, 256, 257, 511, 512, 513, 767, 1023, 1024, 1025}) {
      Hash root = TREE.root(size);
      for (int index = 0; index < size; index += 1 + index / 7) {
        refuseAllMutants(InclusionProof.of(index, size, TREE::node), TestTree.leaf(index), root);
      }
    }
  }

  /** Another size may lead the same way up; what binds the size is the signed checkpoint. */
  @Test
  void another_size_is_refused_unless_it_leads_the_same_way_up() {
    for (int size = 1; size <= 70; size++) {
      Hash root = TREE.root(size);
      for (int index = 0; index < size; index++) {
        InclusionProof proof = InclusionProof.of(index, size, TREE::node);
        for (int other = 0; other <= 140; other++) {
          if (other > index && wayUp(index, other).equals(wayUp(index, size))) {
            new InclusionProof(index, other, proof.hashes()).verify(TestTree.leaf(index), root);
          } else {
            refuse(index, other, proof.hashes(), TestTree.leaf(index), root);
          }
        }
      }
    }
  }

  @Test
  void the_length_is_looked_at_before_any_hash() {
    assertThatThrownBy(() -> new InclusionProof(3, 7, List.of()))
        .isInstanceOfSatisfying(
            ProofRefused.class,
            refused -> {
              assertThat(refused.fault()).isEqualTo(Fault.WRONG_LENGTH);
              assertThat(refused)
                  .hasMessage("inclusion proof: found 0 hashes, expected 3 for leaf 3 of 7");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, INDEX_BEYOND_SIZE",
    "1, 1, INDEX_BEYOND_SIZE",
    "8, 7, INDEX_BEYOND_SIZE",
    "-1, 7, INDEX_BEYOND_SIZE",
    "9223372036854775807, 9223372036854775807, INDEX_BEYOND_SIZE",
    "0, -1, IMPOSSIBLE_SIZE",
    "-1, -9223372036854775808, IMPOSSIBLE_SIZE"
  })
  void a_leaf_that_is_not_there_has_no_proof(long index, long size, Fault fault) {
    assertThat(faultOf(() -> new InclusionProof(index, size, List.of()))).isEqualTo(fault);
    assertThat(faultOf(() -> InclusionProof.of(index, size, TREE::node))).isEqualTo(fault);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10000000, 24",
    "9999999, 10000000, 14",
    "5000000, 10000000, 24",
    "8388607, 10000000, 24",
    "0, 9223372036854775807, 63",
    "4611686018427387904, 9223372036854775807, 63"
  })
  void few_nodes_are_read_whatever_the_size(long index, long size, int length) {
    AtomicInteger read = new AtomicInteger();
    InclusionProof proof =
        InclusionProof.of(
            index,
            size,
            (level, at) -> {
              read.incrementAndGet();
              assertThat((at + 1) << level).as("level %d, %d", level, at).isPositive();
              assertThat((at + 1) << level).isLessThanOrEqualTo(size);
              return TestTree.leaf(level * 31L + at);
            });
    assertThat(proof.hashes()).hasSize(length);
    assertThat(read).hasValueLessThanOrEqualTo(2 * 63);
    assertThat(read).hasValueLessThanOrEqualTo(2 * (64 - Long.numberOfLeadingZeros(size)));
  }

  static Fault faultOf(Runnable refused) {
    try {
      refused.run();
    } catch (ProofRefused e) {
      return e.fault();
    }
    throw new AssertionError("was not refused");
  }

  /** A few for each proof, others for each place: cheap enough for all of them. */
  private static void refuseSomeMutants(InclusionProof proof, Hash leaf, Hash root) {
    int turn = (int) (proof.index() + proof.size());
    List<Hash> hashes = proof.hashes();
    if (hashes.isEmpty()) {
      refuse(proof.index(), proof.size(), List.of(leaf), leaf, root);
      return;
    }
    List<List<Hash>> content = Mutations.ofContent(hashes, turn);
    List<List<Hash>> length = Mutations.ofLength(hashes);
    refuse(proof.index(), proof.size(), content.get(turn % content.size()), leaf, root);
    refuse(proof.index(), proof.size(), length.get(turn % length.size()), leaf, root);
    refuse(proof.index() ^ 1, proof.size(), hashes, leaf, root);
  }

  private static void refuseAllMutants(InclusionProof proof, Hash leaf, Hash root) {
    long index = proof.index();
    long size = proof.size();
    proof.verify(leaf, root);
    for (List<Hash> content : Mutations.ofContent(proof.hashes(), (int) (index + size))) {
      assertThat(faultOf(() -> new InclusionProof(index, size, content).verify(leaf, root)))
          .as("leaf %d of %d", index, size)
          .isEqualTo(Fault.ROOT_MISMATCH);
    }
    for (List<Hash> length : Mutations.ofLength(proof.hashes())) {
      assertThat(faultOf(() -> new InclusionProof(index, size, length)))
          .as("leaf %d of %d", index, size)
          .isEqualTo(Fault.WRONG_LENGTH);
    }
    for (long other : new long[] {index - 1, index + 1, index ^ 2, 0, size - 1, size}) {
      if (other != index) {
        refuse(other, size, proof.hashes(), leaf, root);
      }
    }
    refuse(index, size * 2, proof.hashes(), leaf, root);
    refuse(index, size, proof.hashes(), Mutations.flipped(leaf, (int) index), root);
    refuse(index, size, proof.hashes(), leaf, Mutations.flipped(root, (int) index));
  }

  private static void refuse(long index, long size, List<Hash> hashes, Hash leaf, Hash root) {
    try {
      new InclusionProof(index, size, hashes).verify(leaf, root);
    } catch (ProofRefused expected) {
      return;
    }
    throw new AssertionError("leaf %d of %d was let through".formatted(index, size));
  }

  /** On which side the neighbours stand, from the leaf up, as the definition splits the tree. */
  private static String wayUp(int index, int size) {
    if (size == 1) {
      return "";
    }
    int k = TestTree.split(size);
    return index < k ? wayUp(index, k) + "R" : wayUp(index - k, size - k) + "L";
  }
}
