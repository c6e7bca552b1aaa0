package tribune.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsistencyProofTest {
  private static final int LARGEST = 300;
  private static final TestTree TREE = new TestTree(LARGEST);
  private static final Hash[] ROOTS =
      IntStream.rangeClosed(0, LARGEST).mapToObj(TREE::root).toArray(Hash[]::new);

  @Test
  void every_pair_of_sizes_to_300_has_its_proof_and_none_that_was_changed() {
    IntStream.rangeClosed(0, LARGEST)
        .parallel()
        .forEach(
            newSize -> {
              for (int oldSize = 0; oldSize <= newSize; oldSize++) {
                refuseAllMutants(ConsistencyProof.of(oldSize, newSize, TREE::node));
              }
            });
  }

  @Test
  void every_proof_to_130_is_the_one_that_the_definition_gives() {
    for (int newSize = 1; newSize <= 130; newSize++) {
      for (int oldSize = 1; oldSize <= newSize; oldSize++) {
        assertThat(ConsistencyProof.of(oldSize, newSize, TREE::node).hashes())
            .as("from %d to %d", oldSize, newSize)
            .isEqualTo(TREE.subproof(oldSize, 0, newSize, true));
      }
    }
  }

  @Test
  void a_tree_that_was_rewritten_is_refused_by_every_older_root() {
    TestTree other = new TestTree(40);
    List<Hash> forgedLeaves = IntStream.range(0, 40).mapToObj(i -> TestTree.leaf(i)).toList();
    for (int forged = 0; forged < 40; forged++) {
      CompactRange tree = CompactRange.empty();
      for (int i = 0; i < 40; i++) {
        Hash leaf = forgedLeaves.get(i);
        tree = tree.plus(i == forged ? Mutations.flipped(leaf, i) : leaf, node -> {});
      }
      Hash forgedRoot = tree.root();
      for (int oldSize = 1; oldSize <= 40; oldSize++) {
        ConsistencyProof proof = ConsistencyProof.of(oldSize, 40, other::node);
        int size = oldSize;
        assertThat(InclusionProofTest.faultOf(() -> proof.verify(ROOTS[size], forgedRoot)))
            .isEqualTo(Fault.ROOT_MISMATCH);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 3", "4, 3", "3, -1", "1, 0", "9223372036854775807, 1"})
  void sizes_that_do_not_grow_have_no_proof(long oldSize, long newSize) {
    assertThat(InclusionProofTest.faultOf(() -> new ConsistencyProof(oldSize, newSize, List.of())))
        .isEqualTo(Fault.IMPOSSIBLE_SIZE);
    assertThat(InclusionProofTest.faultOf(() -> ConsistencyProof.of(oldSize, newSize, TREE::node)))
        .isEqualTo(Fault.IMPOSSIBLE_SIZE);
  }

  @Test
  void the_empty_tree_is_compared_too() {
    ConsistencyProof proof = new ConsistencyProof(0, 5, List.of());
    proof.verify(TreeHash.empty(), ROOTS[5]);
    assertThat(InclusionProofTest.faultOf(() -> proof.verify(ROOTS[1], ROOTS[5])))
        .isEqualTo(Fault.ROOT_MISMATCH);
    ConsistencyProof none = new ConsistencyProof(0, 0, List.of());
    none.verify(TreeHash.empty(), TreeHash.empty());
    assertThat(InclusionProofTest.faultOf(() -> none.verify(ROOTS[1], ROOTS[1])))
        .isEqualTo(Fault.ROOT_MISMATCH);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 10000000",
    "9999999, 10000000",
    "8388608, 10000000",
    "1048575, 9999999",
    "4611686018427387904, 9223372036854775807"
  })
  void few_nodes_are_read_whatever_the_size(long oldSize, long newSize) {
    AtomicInteger read = new AtomicInteger();
    ConsistencyProof.of(
        oldSize,
        newSize,
        (level, at) -> {
          read.incrementAndGet();
          assertThat((at + 1) << level).isPositive().isLessThanOrEqualTo(newSize);
          return TestTree.leaf(level * 31L + at);
        });
    assertThat(read).hasValueLessThanOrEqualTo(2 * (64 - Long.numberOfLeadingZeros(newSize)) + 1);
  }

  private static void refuseAllMutants(ConsistencyProof proof) {
    int from = (int) proof.oldSize();
    int to = (int) proof.newSize();
    proof.verify(ROOTS[from], ROOTS[to]);
    for (List<Hash> content : Mutations.ofContent(proof.hashes(), from + to)) {
      refuse(from, to, content, ROOTS[from], ROOTS[to]);
    }
    for (List<Hash> length : Mutations.ofLength(proof.hashes())) {
      refuse(from, to, length, ROOTS[from], ROOTS[to]);
    }
    refuse(from, to, proof.hashes(), Mutations.flipped(ROOTS[from], to), ROOTS[to]);
    if (from > 0) {
      refuse(from, to, proof.hashes(), ROOTS[from], Mutations.flipped(ROOTS[to], from));
    }
    if (from > 0 && from < to) {
      refuse(from, to, proof.hashes(), ROOTS[to], ROOTS[from]);
      refuse(from - 1, to, proof.hashes(), ROOTS[from], ROOTS[to]);
      refuse(from + 1, to, proof.hashes(), ROOTS[from], ROOTS[to]);
      refuse(from, to * 2, proof.hashes(), ROOTS[from], ROOTS[to]);
      refuse(from, from, proof.hashes(), ROOTS[from], ROOTS[to]);
    }
  }

  private static void refuse(long from, long to, List<Hash> hashes, Hash oldRoot, Hash newRoot) {
    try {
      new ConsistencyProof(from, to, hashes).verify(oldRoot, newRoot);
    } catch (ProofRefused expected) {
      return;
    }
    throw new AssertionError("a proof from %d to %d was let through".formatted(from, to));
  }
}
