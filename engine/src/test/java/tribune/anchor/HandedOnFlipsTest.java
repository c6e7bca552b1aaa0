package tribune.anchor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tribune.proof.ConsistencyProof;
import tribune.proof.Hash;
import tribune.proof.InclusionProof;
import tribune.proof.ProofRefused;
import tribune.proof.TestTree;
import tribune.proof.TreeHash;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.Cosignature;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.checkpoint.TlogProof;
import tribune.proof.note.Signer;
import tribune.proof.note.TestKeys;
import tribune.proof.witness.TrustPolicy;
import tribune.proof.witness.WitnessRequest;

/**
 * Bits of every file that people hand each other, flipped: all of them with {@code
 * -Dtamper.times=5}, otherwise every fifth, so that each byte is changed.
 */
class HandedOnFlipsTest {
  private static final int STEP = Math.max(1, 5 / Integer.getInteger("tamper.times", 1));

  private static final TestTree TREE = new TestTree(13);
  private static final Signer LOG = TestKeys.log();
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final Checkpoint OLD = Checkpoint.of(TestKeys.ORIGIN, 6, TREE.root(6));
  private static final Checkpoint NEW = Checkpoint.of(TestKeys.ORIGIN, 13, TREE.root(13));
  private static final SignedCheckpoint SIGNED = SignedCheckpoint.sign(NEW, LOG);
  private static final SignedCheckpoint COSIGNED =
      SIGNED
          .with(Cosignature.of(NEW, TestKeys.witness(1), NOON).line())
          .with(Cosignature.of(NEW, TestKeys.witness(2), NOON).line());
  private static final String POLICY =
      "log "
          + LOG.verifier()
          + "\nwitness ada "
          + TestKeys.witness(1).verifier()
          + "\nwitness bob "
          + TestKeys.witness(2).verifier()
          + "\ngroup both all ada bob\nquorum both\n";
  private static final TrustPolicy BOTH = TrustPolicy.parse(POLICY.getBytes(UTF_8));
  private static final TlogProof PROOF =
      TlogProof.of(InclusionProof.of(5, 13, TREE::node), COSIGNED);

  /**
   * A file, and whoever gets it.
   *
   * @param reader throws unless all is well
   */
  private record Handed(String name, byte[] bytes, Consumer<byte[]> reader) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Handed> files() {
    return List.of(
        new Handed(
            "a proof",
            PROOF.bytes(),
            bytes -> BOTH.require(TlogProof.parse(bytes), TestTree.leaf(5))),
        new Handed(
            "a checkpoint",
            SIGNED.bytes(),
            bytes -> SignedCheckpoint.parse(bytes).verifiedBy(List.of(LOG.verifier()))),
        new Handed(
            "a cosigned checkpoint",
            COSIGNED.bytes(),
            bytes -> BOTH.require(SignedCheckpoint.parse(bytes))),
        new Handed(
            "a request to a witness",
            new WitnessRequest(ConsistencyProof.of(6, 13, TREE::node), SIGNED).bytes(),
            bytes -> WitnessRequest.parse(bytes).verifyAfter(OLD, List.of(LOG.verifier()))),
        new Handed(
            "the first request to a witness",
            new WitnessRequest(ConsistencyProof.of(0, 13, TREE::node), SIGNED).bytes(),
            bytes -> WitnessRequest.parse(bytes).verifyFirst(List.of(LOG.verifier()))),
        new Handed("a record", TestTree.content(5), bytes -> BOTH.require(PROOF, leaf(bytes))),
        new Handed(
            "a policy",
            POLICY.getBytes(UTF_8),
            bytes -> TrustPolicy.parse(bytes).require(PROOF, TestTree.leaf(5))));
  }

  private static Hash leaf(byte[] record) {
    return TreeHash.leaf(record);
  }

  @ParameterizedTest
  @MethodSource("files")
  void any_flipped_bit_is_refused(Handed file) {
    file.reader().accept(file.bytes());
    for (int bit = 0; bit < 8 * file.bytes().length; bit += STEP) {
      byte[] flipped = file.bytes().clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      if (!isSamePolicy(file, flipped)) {
        assertRefused(file, flipped, "bit " + bit % 8 + " of byte " + bit / 8);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void any_cut_and_any_addition_is_refused(Handed file) {
    for (int length = 0; length < file.bytes().length; length++) {
      assertRefused(file, Arrays.copyOf(file.bytes(), length), "cut to " + length + " bytes");
    }
    if (!file.name().equals("a policy")) {
      byte[] more = Arrays.copyOf(file.bytes(), file.bytes().length + 1);
      more[file.bytes().length] = '\n';
      assertRefused(file, more, "a line more");
    }
  }

  /** A name of a witness that nobody else refers to is only a name. */
  private static boolean isSamePolicy(Handed file, byte[] flipped) {
    if (!file.name().equals("a policy")) {
      return false;
    }
    try {
      TrustPolicy policy = TrustPolicy.parse(flipped);
      return policy.logs().equals(BOTH.logs())
          && policy.witnesses().equals(BOTH.witnesses())
          && policy.quorum().equals(BOTH.quorum());
    } catch (ProofRefused e) {
      return false;
    }
  }

  private static void assertRefused(Handed file, byte[] changed, String what) {
    assertThatThrownBy(() -> file.reader().accept(changed))
        .as(what)
        .isInstanceOf(ProofRefused.class);
  }
}
