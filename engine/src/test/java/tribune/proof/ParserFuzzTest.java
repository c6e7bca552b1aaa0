package tribune.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.Cosignature;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.checkpoint.TlogProof;
import tribune.proof.note.SignedNote;
import tribune.proof.note.SigningKey;
import tribune.proof.note.TestKeys;
import tribune.proof.note.VerifierKey;
import tribune.proof.witness.TrustPolicy;
import tribune.proof.witness.WitnessRequest;

/** Whatever a parser is given, it refuses, or writes the same bytes again. */
class ParserFuzzTest {
  private static final long SEED = 20261101;
  private static final int ROUNDS = 4_000;
  private static final String SPICE = "\n\n\r\t +=-\u2014/0179AZaz#\u0000\u00a0\u007f\ufeff";

  private static final TestTree TREE = new TestTree(7);
  private static final Checkpoint CHECKPOINT = Checkpoint.of(TestKeys.ORIGIN, 7, TREE.root(7));
  private static final SignedCheckpoint SIGNED =
      SignedCheckpoint.sign(CHECKPOINT, TestKeys.log())
          .with(Cosignature.of(CHECKPOINT, TestKeys.witness(1), Instant.EPOCH).line());

  enum Parser {
    HASH(
        TREE.root(7).hex().getBytes(UTF_8),
        bytes -> {
          try {
            return Hash.ofHex(new String(bytes, UTF_8)).hex().getBytes(UTF_8);
          } catch (IllegalArgumentException e) {
            throw new ProofRefused(Fault.MALFORMED, e.getMessage());
          }
        }),
    VERIFIER_KEY(
        TestKeys.log().verifier().text().getBytes(UTF_8),
        bytes -> VerifierKey.parse(utf8(bytes)).text().getBytes(UTF_8)),
    SIGNING_KEY(TestKeys.key(1).pem(), bytes -> SigningKey.ofPem(bytes).pem()),
    NOTE(SIGNED.bytes(), bytes -> SignedNote.parse(bytes).bytes()),
    CHECKPOINT_TEXT(
        CHECKPOINT.text().getBytes(UTF_8),
        bytes -> Checkpoint.parse(utf8(bytes)).text().getBytes(UTF_8)),
    SIGNED_CHECKPOINT(
        SIGNED.bytes(),
        bytes -> {
          SignedCheckpoint signed = SignedCheckpoint.parse(bytes);
          judge(() -> signed.verifiedBy(List.of(TestKeys.log().verifier())));
          judge(() -> signed.cosignaturesOf(TestKeys.witness(1).verifier()));
          return signed.bytes();
        }),
    TLOG_PROOF(
        TlogProof.of(InclusionProof.of(3, 7, TREE::node), SIGNED)
            .withExtra(new byte[] {1, 2, 3})
            .bytes(),
        bytes -> {
          TlogProof proof = TlogProof.parse(bytes);
          judge(() -> proof.verifyInclusion(TestTree.leaf(3)));
          return proof.bytes();
        }),
    WITNESS_REQUEST(
        new WitnessRequest(ConsistencyProof.of(3, 7, TREE::node), SIGNED).bytes(),
        bytes -> {
          WitnessRequest request = WitnessRequest.parse(bytes);
          List<VerifierKey> logs = List.of(TestKeys.log().verifier());
          judge(() -> request.verifyAfter(Checkpoint.of(TestKeys.ORIGIN, 3, TREE.root(3)), logs));
          return request.bytes();
        }),
    /** Comments and blanks are free, so the canonical text of a policy has to stand for itself. */
    POLICY(
        ("log "
                + TestKeys.log().verifier()
                + "\nwitness a "
                + TestKeys.witness(1).verifier()
                + "\nwitness b "
                + TestKeys.witness(2).verifier()
                + "\ngroup g any a b\ngroup h all g\n# x\nquorum h\n")
            .getBytes(UTF_8),
        bytes -> {
          TrustPolicy policy = TrustPolicy.parse(bytes);
          judge(() -> policy.require(SIGNED));
          assertThat(TrustPolicy.parse(policy.bytes())).isEqualTo(policy);
          return bytes;
        });

    private final byte[] good;
    private final Function<byte[], byte[]> again;

    Parser(byte[] good, Function<byte[], byte[]> again) {
      this.good = good;
      this.again = again;
    }
  }

  @ParameterizedTest
  @EnumSource
  void changed_texts_are_refused_or_written_again_byte_for_byte(Parser parser) {
    assertThat(parser.again.apply(parser.good)).isEqualTo(parser.good);
    SplittableRandom random = new SplittableRandom(SEED);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      refused += refuses(parser, changed(parser.good, random), "changed, round " + round);
    }
    assertThat(refused).as("seed " + SEED).isGreaterThan(ROUNDS / 4);
  }

  @ParameterizedTest
  @EnumSource
  void random_bytes_are_refused_or_written_again_byte_for_byte(Parser parser) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = new byte[random.nextInt(200)];
      if (round % 2 == 0) {
        random.nextBytes(bytes);
      } else {
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) SPICE.charAt(random.nextInt(SPICE.length()));
        }
      }
      refuses(parser, bytes, "random, round " + round);
    }
  }

  @ParameterizedTest
  @EnumSource
  void texts_cut_anywhere_are_refused_or_written_again_byte_for_byte(Parser parser) {
    for (int length = 0; length < parser.good.length; length++) {
      refuses(parser, Arrays.copyOf(parser.good, length), "cut at " + length);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "POLICY")
  void a_text_with_anything_after_it_is_refused(Parser parser) {
    for (String more : new String[] {"\n", " ", "x", "\u0000", "\r\n", "=", "\n\n", "x\n"}) {
      byte[] longer = joined(parser.good, more.getBytes(UTF_8));
      boolean extension = parser == Parser.CHECKPOINT_TEXT && more.equals("x\n");
      assertThat(refuses(parser, longer, "with more at the end")).isEqualTo(extension ? 0 : 1);
    }
  }

  private static int refuses(Parser parser, byte[] bytes, String as) {
    byte[] again;
    try {
      again = parser.again.apply(bytes);
    } catch (ProofRefused expected) {
      assertThat(expected.getMessage()).isNotBlank();
      return 1;
    } catch (RuntimeException e) {
      throw new AssertionError("seed %d, %s: %s".formatted(SEED, as, new String(bytes, UTF_8)), e);
    }
    assertThat(again).as("seed %d, %s", SEED, as).isEqualTo(bytes);
    return 0;
  }

  private static void judge(Runnable verification) {
    try {
      verification.run();
    } catch (ProofRefused expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }

  private static byte[] changed(byte[] good, SplittableRandom random) {
    byte[] bytes = good.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      int to = at + random.nextInt(bytes.length - at);
      switch (random.nextInt(7)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) SPICE.charAt(random.nextInt(SPICE.length()));
        case 2 ->
            bytes =
                joined(Arrays.copyOf(bytes, at + 1), Arrays.copyOfRange(bytes, to, bytes.length));
        case 3 ->
            bytes =
                joined(Arrays.copyOf(bytes, to + 1), Arrays.copyOfRange(bytes, at, bytes.length));
        case 4 -> {
          String spice = SPICE.substring(random.nextInt(SPICE.length()));
          byte[] head = joined(Arrays.copyOf(bytes, at), spice.substring(0, 1).getBytes(UTF_8));
          bytes = joined(head, Arrays.copyOfRange(bytes, at, bytes.length));
        }
        case 5 -> bytes[at] = bytes[to];
        default -> bytes[at] = (byte) random.nextInt(256);
      }
    }
    return bytes;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** A text for the parsers that take one; what is no UTF-8 they are never given. */
  private static String utf8(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    if (!Arrays.equals(text.getBytes(UTF_8), bytes)) {
      throw new ProofRefused(Fault.MALFORMED, "no UTF-8");
    }
    return text;
  }
}
