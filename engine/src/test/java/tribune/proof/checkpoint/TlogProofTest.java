package tribune.proof.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tribune.proof.Fault;
import tribune.proof.InclusionProof;
import tribune.proof.ProofRefused;
import tribune.proof.TestTree;
import tribune.proof.note.TestKeys;

class TlogProofTest {
  private static final TestTree TREE = new TestTree(7);
  private static final SignedCheckpoint SIGNED =
      SignedCheckpoint.sign(Checkpoint.of(TestKeys.ORIGIN, 7, TREE.root(7)), TestKeys.log());
  private static final InclusionProof INCLUSION = InclusionProof.of(3, 7, TREE::node);
  private static final TlogProof PROOF = TlogProof.of(INCLUSION, SIGNED);

  @Test
  void a_proof_is_header_index_hashes_and_checkpoint() {
    assertThat(new String(PROOF.bytes(), UTF_8))
        .isEqualTo(
            "c2sp.org/tlog-proof@v1\nindex 3\n"
                + INCLUSION.hashes().get(0).base64()
                + "\n"
                + INCLUSION.hashes().get(1).base64()
                + "\n"
                + INCLUSION.hashes().get(2).base64()
                + "\n\n"
                + new String(SIGNED.bytes(), UTF_8));
    assertThat(TlogProof.parse(PROOF.bytes())).isEqualTo(PROOF);
    assertThat(PROOF.extra()).isEmpty();
  }

  @Test
  void extra_data_is_carried_along() {
    TlogProof proof = PROOF.withExtra(new byte[] {1, 2, 3});
    assertThat(new String(proof.bytes(), UTF_8))
        .startsWith("c2sp.org/tlog-proof@v1\nextra AQID\nindex 3\n");
    TlogProof parsed = TlogProof.parse(proof.bytes());
    assertThat(parsed).isEqualTo(proof).isNotEqualTo(PROOF);
    assertThat(parsed.extra())
        .hasValueSatisfying(data -> assertThat(data).containsExactly(1, 2, 3));
    assertThat(parsed.checkpoint()).isEqualTo(SIGNED);
  }

  @Test
  void the_leaf_must_be_the_one_in_the_tree() {
    PROOF.verifyInclusion(TestTree.leaf(3));
    assertThatThrownBy(() -> PROOF.verifyInclusion(TestTree.leaf(4)))
        .isInstanceOf(ProofRefused.class);
  }

  @Test
  void a_tree_of_one_leaf_has_no_hashes() {
    SignedCheckpoint one =
        SignedCheckpoint.sign(Checkpoint.of(TestKeys.ORIGIN, 1, TREE.root(1)), TestKeys.log());
    TlogProof proof = TlogProof.of(InclusionProof.of(0, 1, TREE::node), one);
    assertThat(new String(proof.bytes(), UTF_8)).contains("index 0\n\n" + TestKeys.ORIGIN);
    TlogProof.parse(proof.bytes()).verifyInclusion(TestTree.leaf(0));
  }

  @Test
  void proof_and_checkpoint_are_of_one_size() {
    InclusionProof other = InclusionProof.of(3, 6, TREE::node);
    assertThatThrownBy(() -> TlogProof.of(other, SIGNED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tlog-proof@v1 | tlog-proof@v2 | MALFORMED",
        "index 3 | index 03 | MALFORMED",
        "index 3 | index -3 | MALFORMED",
        "index 3 | index  3 | MALFORMED",
        "index 3 | Index 3 | MALFORMED",
        "index 3 | index 7 | INDEX_BEYOND_SIZE",
        "index 3 | index 6 | WRONG_LENGTH",
        "index 3 | extra ;index 3 | MALFORMED",
        "index 3 | extra AQID;extra AQID;index 3 | MALFORMED",
        "index 3 | index 3;AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= | WRONG_LENGTH",
        "index 3 | index 3; | MALFORMED",
        "index 3 | index 3;AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB= | MALFORMED"
      })
  void other_texts_are_no_proof(String from, String to, Fault fault) {
    String bent = new String(PROOF.bytes(), UTF_8).replace(from, to.replace(';', '\n'));
    assertThatThrownBy(() -> TlogProof.parse(bent.getBytes(UTF_8)))
        .isInstanceOfSatisfying(ProofRefused.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }
}
