package tribune.proof.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.proof.Fault;
import tribune.proof.Hash;
import tribune.proof.ProofRefused;
import tribune.proof.TestTree;
import tribune.proof.TreeHash;
import tribune.proof.note.KeyType;
import tribune.proof.note.Signer;
import tribune.proof.note.SigningKey;
import tribune.proof.note.TestKeys;
import tribune.proof.note.VerifierKey;

class SignedCheckpointTest {
  private static final Hash ROOT = new TestTree(7).root(7);
  private static final Checkpoint CHECKPOINT = Checkpoint.of(TestKeys.ORIGIN, 7, ROOT);
  private static final SignedCheckpoint SIGNED = SignedCheckpoint.sign(CHECKPOINT, TestKeys.log());
  private static final VerifierKey LOG = TestKeys.log().verifier();
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00.750Z");

  @Test
  void a_checkpoint_is_three_lines() {
    assertThat(CHECKPOINT.text()).isEqualTo(TestKeys.ORIGIN + "\n7\n" + ROOT.base64() + "\n");
    assertThat(Checkpoint.parse(CHECKPOINT.text())).isEqualTo(CHECKPOINT);
  }

  @Test
  void extension_lines_are_kept_and_signed_over() {
    Checkpoint extended = new Checkpoint(TestKeys.ORIGIN, 7, ROOT, List.of("more", "and more"));
    SignedCheckpoint signed = SignedCheckpoint.sign(extended, TestKeys.log());
    assertThat(SignedCheckpoint.parse(signed.bytes()).verifiedBy(List.of(LOG))).isEqualTo(extended);
    String without = new String(signed.bytes(), UTF_8).replace("and more\n", "");
    assertThat(faultOf(() -> parse(without).verifiedBy(List.of(LOG))))
        .isEqualTo(Fault.BAD_SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a\n",
        "a\n7\n",
        "\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "a\n07\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "a\n-7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "a\n7 \nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "a\n9223372036854775808\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "a\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n",
        "a\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==\n",
        "a\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "a\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n",
        "a\n0\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
      })
  void other_texts_are_no_checkpoint(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(ProofRefused.class);
  }

  @Test
  void a_checkpoint_has_at_most_16_extension_lines() {
    List<String> lines = Collections.nCopies(17, "x");
    assertThat(faultOf(() -> new Checkpoint("a", 7, ROOT, lines))).isEqualTo(Fault.TOO_LONG);
  }

  @Test
  void the_empty_tree_has_one_root() {
    assertThat(Checkpoint.of("a", 0, TreeHash.empty()).size()).isZero();
    assertThat(faultOf(() -> Checkpoint.of("a", 0, ROOT))).isEqualTo(Fault.ROOT_MISMATCH);
  }

  @Test
  void a_log_signs_only_under_its_own_name() {
    Signer other = Signer.ofNotes("example.com/other", TestKeys.key(1));
    assertThatThrownBy(() -> SignedCheckpoint.sign(CHECKPOINT, other))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whose_checkpoint_it_is_must_be_known() {
    SignedCheckpoint parsed = SignedCheckpoint.parse(SIGNED.bytes());
    assertThat(parsed).isEqualTo(SIGNED);
    assertThat(parsed.verifiedBy(List.of(LOG))).isEqualTo(CHECKPOINT);
    Signer other = Signer.ofNotes("example.com/other", TestKeys.key(2));
    Signer successor = Signer.ofNotes(TestKeys.ORIGIN, TestKeys.key(2));
    assertThat(faultOf(() -> parsed.verifiedBy(List.of()))).isEqualTo(Fault.WRONG_ORIGIN);
    assertThat(faultOf(() -> parsed.verifiedBy(List.of(other.verifier()))))
        .isEqualTo(Fault.WRONG_ORIGIN);
    assertThat(faultOf(() -> parsed.verifiedBy(List.of(successor.verifier()))))
        .isEqualTo(Fault.NOT_SIGNED);
    assertThat(parsed.verifiedBy(List.of(successor.verifier(), LOG))).isEqualTo(CHECKPOINT);
  }

  @Test
  void a_signature_for_another_log_does_not_serve() {
    String moved = new String(SIGNED.bytes(), UTF_8).replaceFirst(TestKeys.ORIGIN, "example.com/b");
    VerifierKey other = VerifierKey.of("example.com/b", KeyType.NOTE, TestKeys.key(1).publicKey());
    assertThat(faultOf(() -> parse(moved).verifiedBy(List.of(other)))).isEqualTo(Fault.NOT_SIGNED);
    assertThat(faultOf(() -> parse(moved).verifiedBy(List.of(LOG)))).isEqualTo(Fault.WRONG_ORIGIN);
  }

  @Test
  void a_cosignature_says_who_and_when_to_the_second() {
    Signer witness = TestKeys.witness(1);
    SignedCheckpoint cosigned = SIGNED.with(Cosignature.of(CHECKPOINT, witness, NOON).line());
    SignedCheckpoint parsed = SignedCheckpoint.parse(cosigned.bytes());
    assertThat(parsed.verifiedBy(List.of(LOG))).isEqualTo(CHECKPOINT);
    assertThat(parsed.cosignaturesOf(witness.verifier()))
        .singleElement()
        .satisfies(
            cosignature -> {
              assertThat(cosignature.witness()).isEqualTo("witness1.example");
              assertThat(cosignature.at()).isEqualTo("2026-11-02T12:00:00Z");
            });
    assertThat(parsed.cosignaturesOf(TestKeys.witness(2).verifier())).isEmpty();
  }

  @Test
  void cosignatures_of_one_witness_come_oldest_first() {
    Signer witness = TestKeys.witness(1);
    SignedCheckpoint cosigned =
        SIGNED
            .with(Cosignature.of(CHECKPOINT, witness, NOON.plusSeconds(60)).line())
            .with(Cosignature.of(CHECKPOINT, witness, NOON).line());
    assertThat(cosigned.cosignaturesOf(witness.verifier()))
        .extracting(Cosignature::at)
        .containsExactly(
            Instant.parse("2026-11-02T12:00:00Z"), Instant.parse("2026-11-02T12:01:00Z"));
  }

  @Test
  void a_cosignature_of_another_checkpoint_spoils_this_one() {
    Signer witness = TestKeys.witness(1);
    Checkpoint other = Checkpoint.of(TestKeys.ORIGIN, 8, ROOT);
    SignedCheckpoint spoilt = SIGNED.with(Cosignature.of(other, witness, NOON).line());
    assertThat(faultOf(() -> spoilt.cosignaturesOf(witness.verifier())))
        .isEqualTo(Fault.BAD_SIGNATURE);
  }

  @Test
  void the_same_key_as_a_note_key_makes_no_cosignature() {
    SigningKey key = TestKeys.key(1);
    VerifierKey asWitness = VerifierKey.of(TestKeys.ORIGIN, KeyType.COSIGNATURE, key.publicKey());
    assertThat(SIGNED.cosignaturesOf(asWitness)).isEmpty();
    assertThatThrownBy(() -> SIGNED.cosignaturesOf(LOG))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Cosignature.of(CHECKPOINT, TestKeys.log(), NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_cosignature_is_from_1970_to_9999() {
    Signer witness = TestKeys.witness(1);
    for (String at : new String[] {"1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z"}) {
      SignedCheckpoint cosigned =
          SIGNED.with(Cosignature.of(CHECKPOINT, witness, Instant.parse(at)).line());
      assertThat(cosigned.cosignaturesOf(witness.verifier()).get(0).at()).isEqualTo(at);
    }
    for (String at : new String[] {"1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"}) {
      assertThatThrownBy(() -> Cosignature.of(CHECKPOINT, witness, Instant.parse(at)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static SignedCheckpoint parse(String text) {
    return SignedCheckpoint.parse(text.getBytes(UTF_8));
  }

  private static Fault faultOf(Runnable refused) {
    try {
      refused.run();
    } catch (ProofRefused e) {
      return e.fault();
    }
    throw new AssertionError("was not refused");
  }
}
