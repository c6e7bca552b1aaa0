package tribune.proof.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tribune.proof.Fault;
import tribune.proof.InclusionProof;
import tribune.proof.ProofRefused;
import tribune.proof.TestTree;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.Cosignature;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.checkpoint.TlogProof;
import tribune.proof.note.Signer;
import tribune.proof.note.TestKeys;
import tribune.proof.note.VerifierKey;

class TrustPolicyTest {
  private static final TestTree TREE = new TestTree(7);
  private static final Checkpoint CHECKPOINT = Checkpoint.of(TestKeys.ORIGIN, 7, TREE.root(7));
  private static final SignedCheckpoint SIGNED = SignedCheckpoint.sign(CHECKPOINT, TestKeys.log());
  private static final VerifierKey LOG = TestKeys.log().verifier();
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  /** The example of C2SP tlog-policy, with keys. */
  private static final String EXAMPLE =
      """
      # comment
      log %LOG% https://example.com/log

      witness X1 %1%
      witness X2 %2%
      witness X3 %3% https://witness3.example/
       \tgroup\tX-witnesses 2 X1  X2 X3\t

      witness Y1 %4%
      witness Y2 %5%
      group Y-witnesses any Y1 Y2
        # another comment
      group X-and-Y all X-witnesses Y-witnesses
      quorum X-and-Y
      """;

  @ParameterizedTest
  @CsvSource({
    "'', false",
    "1, false",
    "1 2, false",
    "4, false",
    "1 2 4, true",
    "2 3 5, true",
    "1 2 3, false",
    "1 4 5, false",
    "1 2 3 4 5, true"
  })
  void a_quorum_of_groups_of_groups_is_met_or_not(String witnesses, boolean met) {
    TrustPolicy policy = parse(EXAMPLE);
    SignedCheckpoint cosigned = SIGNED;
    for (String witness : witnesses.isEmpty() ? new String[0] : witnesses.split(" ", -1)) {
      Signer signer = TestKeys.witness(Integer.parseInt(witness));
      cosigned = cosigned.with(Cosignature.of(CHECKPOINT, signer, NOON).line());
    }
    SignedCheckpoint shown = cosigned;
    assertThat(policy.assess(shown).isMet()).isEqualTo(met);
    if (met) {
      assertThat(policy.require(shown).checkpoint()).isEqualTo(CHECKPOINT);
    } else {
      assertThat(faultOf(() -> policy.require(shown))).isEqualTo(Fault.QUORUM_NOT_MET);
    }
  }

  @Test
  void a_quorum_is_met_since_its_last_needed_cosignature() {
    TrustPolicy policy = parse(EXAMPLE);
    SignedCheckpoint cosigned = SIGNED;
    int[] order = {4, 1, 3, 2, 5};
    for (int i = 0; i < order.length; i++) {
      Instant at = NOON.plusSeconds(60L * i);
      cosigned = cosigned.with(Cosignature.of(CHECKPOINT, TestKeys.witness(order[i]), at).line());
    }
    assertThat(policy.assess(cosigned).since()).contains(NOON.plusSeconds(120));
    assertThat(policy.assess(SIGNED).since()).isEmpty();
    assertThat(TrustPolicy.of(LOG).assess(cosigned).since()).isEmpty();
  }

  @Test
  void the_same_witness_twice_counts_once() {
    TrustPolicy policy =
        parse("log %LOG%\nwitness a %1%\nwitness b %2%\ngroup g 2 a b\nquorum g\n");
    SignedCheckpoint twice =
        SIGNED
            .with(Cosignature.of(CHECKPOINT, TestKeys.witness(1), NOON).line())
            .with(Cosignature.of(CHECKPOINT, TestKeys.witness(1), NOON.plusSeconds(1)).line());
    assertThat(policy.assess(twice).cosignatures().get("a")).hasSize(2);
    assertThat(policy.assess(twice).isMet()).isFalse();
  }

  @Test
  void one_log_without_witnesses_is_a_policy() {
    TrustPolicy policy = TrustPolicy.of(LOG);
    assertThat(policy.require(SIGNED).isMet()).isTrue();
    assertThat(parse("log %LOG%\nquorum none\n")).isEqualTo(policy);
    assertThat(parse("quorum none\n").withLog(LOG)).isEqualTo(policy);
    assertThat(faultOf(() -> parse("quorum none\n").require(SIGNED))).isEqualTo(Fault.WRONG_ORIGIN);
  }

  @Test
  void a_known_witness_that_did_not_sign_its_line_spoils_the_checkpoint() {
    TrustPolicy policy = parse("log %LOG%\nwitness a %1%\nquorum none\n");
    Checkpoint other = Checkpoint.of(TestKeys.ORIGIN, 6, TREE.root(6));
    SignedCheckpoint spoilt = SIGNED.with(Cosignature.of(other, TestKeys.witness(1), NOON).line());
    assertThat(faultOf(() -> policy.require(spoilt))).isEqualTo(Fault.BAD_SIGNATURE);
    assertThat(TrustPolicy.of(LOG).require(spoilt).isMet()).isTrue();
  }

  @Test
  void a_proof_is_believed_with_its_checkpoint_only() {
    TrustPolicy policy = parse("log %LOG%\nwitness a %1%\nquorum a\n");
    InclusionProof inclusion = InclusionProof.of(3, 7, TREE::node);
    TlogProof bare = TlogProof.of(inclusion, SIGNED);
    TlogProof proof =
        TlogProof.of(
            inclusion, SIGNED.with(Cosignature.of(CHECKPOINT, TestKeys.witness(1), NOON).line()));
    assertThat(policy.require(proof, TestTree.leaf(3)).since()).contains(NOON);
    assertThat(faultOf(() -> policy.require(proof, TestTree.leaf(2))))
        .isEqualTo(Fault.ROOT_MISMATCH);
    assertThat(faultOf(() -> policy.require(bare, TestTree.leaf(3))))
        .isEqualTo(Fault.QUORUM_NOT_MET);
  }

  @Test
  void a_policy_is_written_without_its_comments() {
    TrustPolicy policy = parse(EXAMPLE);
    assertThat(new String(policy.bytes(), UTF_8))
        .isEqualTo(
            filled(
                """
                log %LOG% https://example.com/log
                witness X1 %1%
                witness X2 %2%
                witness X3 %3% https://witness3.example/
                witness Y1 %4%
                witness Y2 %5%
                group X-witnesses 2 X1 X2 X3
                group Y-witnesses 1 Y1 Y2
                group X-and-Y 2 X-witnesses Y-witnesses
                quorum X-and-Y
                """));
    assertThat(TrustPolicy.parse(policy.bytes())).isEqualTo(policy);
  }

  @Test
  void all_mistakes_are_told_with_their_lines() {
    assertThatThrownBy(
            () ->
                parse(
                    """
                    log
                    log %1%
                    log %LOG%x
                    log %LOG%
                    log %LOG% a b
                    log %LOG%
                    witness a %1%
                    witness a %2%
                    witness none %2%
                    witness b %1%
                    witness c %LOG%
                    witness d
                    witness e %3%
                    group g 3 a e
                    group h 0 a
                    group i any a e
                    group j any a
                    group k any z
                    group l any none
                    group i all e
                    group m all m
                    group n
                    qorum a
                    quorum later
                    quorum none
                    # a\u007fb
                    witness later %4%"""))
        .isInstanceOfSatisfying(
            PolicyRefused.class,
            refused ->
                assertThat(refused.mistakes())
                    .extracting(PolicyRefused.Mistake::line)
                    .containsExactly(
                        1, 2, 3, 5, 6, 8, 9, 10, 11, 12, 14, 15, 15, 16, 16, 17, 18, 19, 20, 20, 21,
                        22, 23, 24, 25, 26, 27))
        .hasMessageStartingWith(
            "policy, line 1: found 0 words after log, expected: log VKEY [URL]\n"
                + "policy, line 2: found a key for cosignatures, expected one for notes (type 1)\n"
                + "policy, line 3: verifier key: found ")
        .hasMessageContaining(
            "policy, line 8: found the name \"a\", expected one that is not taken\n"
                + "policy, line 9: found the name \"none\", expected one that is not taken\n"
                + "policy, line 10: found the key of a witness a second time, expected each key"
                + " once\n")
        .hasMessageContaining("policy, line 14: found \"3\", expected any, all, or 1 to 2\n")
        .hasMessageContaining(
            "policy, line 18: found \"z\", expected a witness or group of a line above\n")
        .hasMessageEndingWith(
            "policy, line 27: found an end in the middle of a line, expected a newline as the last"
                + " byte");
  }

  @ParameterizedTest
  @CsvSource({"'',1", "'\n',2", "'witness a %1%\n',2"})
  void a_policy_has_a_quorum_line(String text, int line) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOfSatisfying(
            PolicyRefused.class,
            refused ->
                assertThat(refused)
                    .hasMessage(
                        "policy, line "
                            + line
                            + ": found the end, expected a line: quorum NAME, or: quorum none"));
  }

  @Test
  void a_policy_has_at_most_64_witnesses() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 64; i++) {
      Signer witness = Signer.ofCosignatures("w" + i, TestKeys.key(i));
      text.append("witness w").append(i).append(' ').append(witness.verifier()).append('\n');
    }
    assertThat(parse(text + "quorum none\n").witnesses()).hasSize(64);
    Signer more = Signer.ofCosignatures("more", TestKeys.key(65));
    assertThatThrownBy(() -> parse(text + "witness more " + more.verifier() + "\nquorum none\n"))
        .hasMessage("policy, line 65: found more than 64 witnesses, expected at most so many");
  }

  @Test
  void a_group_never_needs_more_than_it_has() {
    Quorum one = parse("witness a %1%\nquorum a\n").quorum();
    assertThatThrownBy(() -> new Quorum.Group("g", 2, List.of(one)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Quorum.Group("g", 0, List.of(one)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Quorum.Group("g", 1, List.of(new Quorum.None())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_quorum_is_met_by_exactly_the_sets_its_definition_names() {
    Quorum quorum = parse(EXAMPLE).quorum();
    List<String> names = List.of("X1", "X2", "X3", "Y1", "Y2");
    for (int set = 0; set < 32; set++) {
      Set<String> cosigned = new HashSet<>();
      for (int i = 0; i < 5; i++) {
        if ((set >> i & 1) == 1) {
          cosigned.add(names.get(i));
        }
      }
      boolean met = Integer.bitCount(set & 7) >= 2 && (set & 24) != 0;
      assertThat(quorum.isMetBy(cosigned)).as("%s", cosigned).isEqualTo(met);
    }
  }

  private static TrustPolicy parse(String text) {
    return TrustPolicy.parse(filled(text).getBytes(UTF_8));
  }

  private static String filled(String text) {
    String filled = text.replace("%LOG%", LOG.text());
    for (int i : Arrays.asList(1, 2, 3, 4, 5)) {
      filled = filled.replace("%" + i + "%", TestKeys.witness(i).verifier().text());
    }
    return filled;
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
