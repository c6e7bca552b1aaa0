package tribune.proof.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tribune.proof.ConsistencyProof;
import tribune.proof.Fault;
import tribune.proof.ProofRefused;
import tribune.proof.TestTree;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.Cosignature;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.note.Signer;
import tribune.proof.note.TestKeys;
import tribune.proof.note.VerifierKey;

class WitnessRequestTest {
  private static final TestTree TREE = new TestTree(9);
  private static final List<VerifierKey> LOGS = List.of(TestKeys.log().verifier());

  @Test
  void a_request_is_what_the_witness_protocol_sends() {
    WitnessRequest request = request(3, 7);
    StringBuilder expected = new StringBuilder("old 3\n");
    request.proof().hashes().forEach(hash -> expected.append(hash.base64()).append('\n'));
    expected.append('\n').append(new String(request.checkpoint().bytes(), UTF_8));
    assertThat(new String(request.bytes(), UTF_8)).isEqualTo(expected.toString());
    assertThat(WitnessRequest.parse(request.bytes())).isEqualTo(request);
  }

  @Test
  void two_people_make_a_cosigned_checkpoint_by_mail() {
    Signer witness = TestKeys.witness(1);
    byte[] sent = request(3, 7).bytes();
    Checkpoint seen = WitnessRequest.parse(sent).verifyAfter(checkpoint(3), LOGS);
    byte[] answer = Cosignature.of(seen, witness, Instant.EPOCH).line().line().getBytes(UTF_8);

    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.writeBytes(request(3, 7).checkpoint().bytes());
    joined.writeBytes(answer);
    SignedCheckpoint cosigned = SignedCheckpoint.parse(joined.toByteArray());
    assertThat(cosigned.cosignaturesOf(witness.verifier())).hasSize(1);
    assertThat(cosigned.verifiedBy(LOGS)).isEqualTo(checkpoint(7));
  }

  @Test
  void the_first_request_goes_on_from_nothing() {
    assertThat(request(0, 7).verifyFirst(LOGS)).isEqualTo(checkpoint(7));
    assertThat(faultOf(() -> request(3, 7).verifyFirst(LOGS))).isEqualTo(Fault.OTHER_STATE);
  }

  @Test
  void a_witness_goes_on_only_from_what_it_saw_last() {
    WitnessRequest request = request(3, 7);
    assertThat(faultOf(() -> request.verifyAfter(checkpoint(4), LOGS)))
        .isEqualTo(Fault.OTHER_STATE);
    assertThat(faultOf(() -> request.verifyAfter(checkpoint(9), LOGS)))
        .isEqualTo(Fault.OTHER_STATE);
    Checkpoint forked = Checkpoint.of(TestKeys.ORIGIN, 3, TREE.root(4));
    assertThat(faultOf(() -> request.verifyAfter(forked, LOGS))).isEqualTo(Fault.ROOT_MISMATCH);
    assertThat(faultOf(() -> request(7, 7).verifyAfter(forkedAt7(), LOGS)))
        .isEqualTo(Fault.ROOT_MISMATCH);
    assertThat(request(7, 7).verifyAfter(checkpoint(7), LOGS)).isEqualTo(checkpoint(7));
  }

  @Test
  void a_witness_watches_the_logs_it_knows() {
    VerifierKey other = Signer.ofNotes(TestKeys.ORIGIN, TestKeys.key(2)).verifier();
    assertThat(faultOf(() -> request(3, 7).verifyAfter(checkpoint(3), List.of(other))))
        .isEqualTo(Fault.NOT_SIGNED);
    Checkpoint ofOther = Checkpoint.of("example.com/other", 3, TREE.root(3));
    assertThat(faultOf(() -> request(3, 7).verifyAfter(ofOther, LOGS)))
        .isEqualTo(Fault.WRONG_ORIGIN);
  }

  @Test
  void other_texts_are_no_request() {
    String good = new String(request(3, 7).bytes(), UTF_8);
    for (String bent :
        new String[] {
          good.replace("old 3", "old 03"),
          good.replace("old 3", "old 8"),
          good.replace("old 3", "old 4"),
          good.replace("old 3", "new 3"),
          good.replace("old 3\n", "old 3\n\n"),
          good.replaceFirst("\n", "\r\n"),
          good.substring(1)
        }) {
      assertThatThrownBy(() -> WitnessRequest.parse(bent.getBytes(UTF_8)))
          .as(bent)
          .isInstanceOf(ProofRefused.class);
    }
  }

  private static Checkpoint checkpoint(int size) {
    return Checkpoint.of(TestKeys.ORIGIN, size, TREE.root(size));
  }

  private static Checkpoint forkedAt7() {
    return Checkpoint.of(TestKeys.ORIGIN, 7, TREE.root(6));
  }

  private static WitnessRequest request(int from, int to) {
    return new WitnessRequest(
        ConsistencyProof.of(from, to, TREE::node),
        SignedCheckpoint.sign(checkpoint(to), TestKeys.log()));
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
