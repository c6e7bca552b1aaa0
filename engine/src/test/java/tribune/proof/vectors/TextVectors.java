package tribune.proof.vectors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tribune.proof.Fault;
import tribune.proof.InclusionProof;
import tribune.proof.TestTree;
import tribune.proof.TreeHash;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.Cosignature;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.checkpoint.TlogProof;
import tribune.proof.note.NoteSignature;
import tribune.proof.note.SignedNote;
import tribune.proof.note.Signer;
import tribune.proof.note.TestKeys;
import tribune.proof.text.Spelling;

/** The cases for the files: checkpoints, cosigned ones, and proofs to hand out. */
final class TextVectors {
  private static final String CHECKPOINT = "checkpoint";
  private static final String COSIGNATURE = "cosignature";
  private static final String TLOG_PROOF = "tlog-proof";

  private static final TestTree TREE = new TestTree(13);
  private static final Signer LOG = TestKeys.log();
  private static final Signer WITNESS = TestKeys.witness(1);
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final Checkpoint PLAIN = Checkpoint.of(TestKeys.ORIGIN, 13, TREE.root(13));
  private static final SignedCheckpoint SIGNED = SignedCheckpoint.sign(PLAIN, LOG);
  private static final String FILE = new String(SIGNED.bytes(), UTF_8);
  private static final String LINE = SIGNED.signatures().get(0).line();

  private TextVectors() {}

  static List<Vector> checkpoint() {
    Checkpoint extended = new Checkpoint(TestKeys.ORIGIN, 13, TREE.root(13), List.of("extension"));
    Checkpoint empty = Checkpoint.of(TestKeys.ORIGIN, 0, TreeHash.empty());
    Signer successor = Signer.ofNotes(TestKeys.ORIGIN, TestKeys.key(2));
    Signer stranger = Signer.ofNotes("example.com/stranger", TestKeys.key(3));
    String unknown = SignedNote.sign(PLAIN.text(), stranger).signatures().get(0).line();
    String other = SignedNote.sign(PLAIN.text(), successor).signatures().get(0).line();
    String root = TREE.root(13).base64();
    Fault malformed = Fault.MALFORMED;
    Fault signature = Fault.BAD_SIGNATURE;
    List<Vector> all = new ArrayList<>();
    all.add(holds("happy-path", "signed by the log", FILE));
    all.add(holds("empty-tree", "of the tree without leaves", file(empty)));
    all.add(holds("extension-line", "with a line after the root", file(extended)));
    all.add(holds("unknown-signature", "a stranger's line besides the log's", FILE + unknown));
    all.add(holds("unknown-signature-first", "a stranger's line first", before(unknown)));
    all.add(holds("sixteen-signatures", "as many as all must take", FILE + unknown.repeat(15)));
    all.add(fails("modified-size", signature, "12 for 13", FILE.replace("\n13\n", "\n12\n")));
    all.add(
        fails(
            "modified-root",
            signature,
            "the root of the tree of 12",
            FILE.replace(root, TREE.root(12).base64())));
    all.add(
        fails(
            "modified-extension",
            signature,
            "another line after the root",
            file(extended).replace("extension", "intension")));
    all.add(
        fails(
            "removed-extension",
            signature,
            "the line after the root is gone",
            file(extended).replace("extension\n", "")));
    all.add(
        fails(
            "modified-signature-bit", signature, "one bit is flipped", FILE.replace(LINE, bent(40))));
    all.add(
        fails(
            "truncated-signature", signature, "63 bytes of 64", FILE.replace(LINE, resized(63))));
    all.add(
        fails("trailing-signature-byte", signature, "65 bytes", FILE.replace(LINE, resized(65))));
    all.add(
        fails(
            "malleable-signature",
            signature,
            "the order of the curve added to the second half",
            FILE.replace(LINE, raised())));
    all.add(
        fails(
            "good-and-bad-signature", signature, "the log's key in two lines, one wrong", FILE + bent(40)));
    all.add(
        fails(
            "modified-key-id",
            Fault.NOT_SIGNED,
            "the line names another key",
            FILE.replace(LINE, bent(0))));
    all.add(
        fails("other-key-of-the-origin", Fault.NOT_SIGNED, "signed by an unknown key", FILE.replace(LINE, other)));
    all.add(
        fails(
            "wrong-origin",
            Fault.WRONG_ORIGIN,
            "a checkpoint of another log",
            file(Checkpoint.of("example.com/other", 13, TREE.root(13)))));
    all.add(fails("no-signature", malformed, "nothing below the text", FILE.replace(LINE, "")));
    all.add(fails("no-empty-line", malformed, "no line between", FILE.replace("\n\n", "\n")));
    all.add(fails("leading-zero", malformed, "013 for 13", FILE.replace("\n13\n", "\n013\n")));
    all.add(fails("negative-size", malformed, "-13 for 13", FILE.replace("\n13\n", "\n-13\n")));
    all.add(
        fails(
            "size-beyond-63-bits",
            malformed,
            "2^63 leaves",
            FILE.replace("\n13\n", "\n9223372036854775808\n")));
    all.add(fails("short-root", malformed, "a root of 31 bytes", FILE.replace(root, "A".repeat(40) + "AA==")));
    all.add(
        fails(
            "non-canonical-base64",
            malformed,
            "bits set that no byte holds",
            FILE.replace(root, nextSpelling(root))));
    all.add(
        fails(
            "non-canonical-signature",
            malformed,
            "no padding",
            FILE.replace(LINE, LINE.replace("=", ""))));
    all.add(fails("carriage-return", malformed, "CR LF ends a line", FILE.replaceFirst("\n", "\r\n")));
    all.add(fails("tab", malformed, "a control character", FILE.replaceFirst("/", "\t")));
    all.add(fails("truncated", malformed, "no newline at the end", FILE.substring(0, FILE.length() - 1)));
    all.add(fails("trailing-text", malformed, "a line that is no signature", FILE + "more\n"));
    all.add(fails("trailing-empty-line", malformed, "an empty line at the end", FILE + "\n"));
    all.add(fails("hyphen-for-dash", malformed, "another dash", FILE.replace('\u2014', '-')));
    all.add(fails("empty-origin", malformed, "no origin", FILE.replaceFirst(TestKeys.ORIGIN, "")));
    all.add(
        fails(
            "empty-tree-with-a-root",
            Fault.ROOT_MISMATCH,
            "size 0 and a root of leaves",
            FILE.replace("\n13\n", "\n0\n")));
    all.add(
        fails("too-many-signatures", Fault.TOO_LONG, "more than 64", FILE + unknown.repeat(64)));
    all.add(
        Vector.bad(CHECKPOINT, "not-utf-8", malformed, "a byte that UTF-8 never has")
            .with("log", LOG.verifier().text())
            .withFile(FILE.replaceFirst("trail", "tr\u00ffil").getBytes(ISO_8859_1)));
    return all;
  }

  static List<Vector> cosignature() {
    String line = Cosignature.of(PLAIN, WITNESS, NOON).line().line();
    String elder = Cosignature.of(PLAIN, WITNESS, NOON.minusSeconds(60)).line().line();
    String other = Cosignature.of(PLAIN, TestKeys.witness(2), NOON).line().line();
    Checkpoint forked = Checkpoint.of(TestKeys.ORIGIN, 13, TREE.root(12));
    byte[] good = Cosignature.of(PLAIN, WITNESS, NOON).line().signature();
    byte[] later = good.clone();
    later[7]++;
    byte[] bit = good.clone();
    bit[30] ^= 1;
    byte[] future = ByteBuffer.wrap(good.clone()).putLong(0, Long.MAX_VALUE).array();
    byte[] unsigned = ByteBuffer.wrap(good.clone()).putLong(0, -1).array();
    byte[] untimed = WITNESS.sign(PLAIN.text().getBytes(UTF_8));
    byte[] noteTimed =
        ByteBuffer.allocate(72).putLong(NOON.getEpochSecond()).put(untimed).array();
    Fault signature = Fault.BAD_SIGNATURE;
    List<Vector> all = new ArrayList<>();
    all.add(cosigned("happy-path", "cosigned by the witness", line).with("at", NOON.getEpochSecond()));
    all.add(
        cosigned("two-witnesses", "another witness besides", other + line)
            .with("at", NOON.getEpochSecond()));
    all.add(
        cosigned("twice", "the same witness at two times; the earlier one is given", line + elder)
            .with("at", NOON.getEpochSecond() - 60));
    all.add(uncosigned("absent", Fault.NOT_SIGNED, "no line of the witness", ""));
    all.add(uncosigned("other-witness", Fault.NOT_SIGNED, "another witness only", other));
    all.add(uncosigned("modified-time", signature, "a second later than signed", witnessLine(later)));
    all.add(uncosigned("modified-bit", signature, "one bit is flipped", witnessLine(bit)));
    all.add(uncosigned("time-beyond-year-9999", signature, "the largest time", witnessLine(future)));
    all.add(uncosigned("time-beyond-63-bits", signature, "a time over 2^63-1", witnessLine(unsigned)));
    all.add(uncosigned("without-time", signature, "64 bytes, no time", witnessLine(untimed)));
    all.add(
        uncosigned(
            "note-signature-with-time",
            signature,
            "the text alone was signed, not header and time",
            witnessLine(noteTimed)));
    all.add(
        uncosigned(
            "of-another-checkpoint",
            signature,
            "signed for another root at this size",
            Cosignature.of(forked, WITNESS, NOON).line().line()));
    all.add(
        uncosigned("good-and-bad", signature, "one good line and one wrong", line + witnessLine(bit)));
    byte[] more = java.util.Arrays.copyOf(good, good.length + 1);
    all.add(uncosigned("trailing-byte", signature, "73 bytes", witnessLine(more)));
    return all;
  }

  static List<Vector> tlogProof() {
    SignedCheckpoint anchored =
        SIGNED
            .with(Cosignature.of(PLAIN, WITNESS, NOON).line())
            .with(Cosignature.of(PLAIN, TestKeys.witness(2), NOON.plusSeconds(5)).line());
    InclusionProof inclusion = InclusionProof.of(5, 13, TREE::node);
    TlogProof proof = TlogProof.of(inclusion, anchored);
    String file = new String(proof.bytes(), UTF_8);
    String extra = new String(proof.withExtra("extra data".getBytes(UTF_8)).bytes(), UTF_8);
    String first = inclusion.hashes().get(0).base64() + "\n";
    String second = inclusion.hashes().get(1).base64() + "\n";
    String last = inclusion.hashes().get(3).base64() + "\n";
    SignedCheckpoint one =
        SignedCheckpoint.sign(Checkpoint.of(TestKeys.ORIGIN, 1, TREE.root(1)), LOG);
    String single = new String(TlogProof.of(InclusionProof.of(0, 1, TREE::node), one).bytes(), UTF_8);
    Fault length = Fault.WRONG_LENGTH;
    Fault malformed = Fault.MALFORMED;
    Fault root = Fault.ROOT_MISMATCH;
    List<Vector> all = new ArrayList<>();
    all.add(proven("happy-path", "leaf 5 of 13, cosigned by two of three", file));
    all.add(proven("extra-data", "with a line of extra data", extra));
    all.add(
        proven("single-leaf", "a tree of one leaf has no hashes", single)
            .with("policy", "log " + LOG.verifier() + "\nquorum none\n")
            .with("record", Spelling.base64(TestTree.content(0))));
    all.add(
        proven("without-witnesses", "a policy that asks for none", plain(inclusion))
            .with("policy", "log " + LOG.verifier() + "\nquorum none\n"));
    all.add(unproven("quorum-not-met", Fault.QUORUM_NOT_MET, "no cosignatures", plain(inclusion)));
    all.add(
        unproven("one-cosignature-of-two", Fault.QUORUM_NOT_MET, "one of two", oneWitness(inclusion)));
    all.add(
        unproven("unknown-log", Fault.WRONG_ORIGIN, "the policy knows another log", file)
            .with(
                "policy",
                "log " + Signer.ofNotes("example.com/other", TestKeys.key(1)).verifier() + "\nquorum none\n"));
    all.add(
        unproven("other-record", root, "not the record at this place", file)
            .with("record", Spelling.base64(TestTree.content(6))));
    all.add(
        unproven("modified-record", root, "a byte more", file)
            .with("record", Spelling.base64("leaf 5 ".getBytes(UTF_8))));
    all.add(unproven("wrong-index", root, "index 4 for 5", file.replace("index 5", "index 4")));
    all.add(
        unproven("index-at-size", Fault.INDEX_BEYOND_SIZE, "index 13", file.replace("index 5", "index 13")));
    all.add(unproven("removed-component", length, "a hash is missing", file.replace(second, "")));
    all.add(unproven("trailing-hash", length, "a hash too many", file.replace(last, last + first)));
    all.add(
        unproven(
            "swapped-components", root, "two hashes change places", file.replace(first + second, second + first)));
    all.add(
        unproven(
            "modified-bit",
            root,
            "a bit of the first hash is flipped",
            file.replace(first, flippedFirst(inclusion))));
    all.add(
        unproven("modified-checkpoint", Fault.BAD_SIGNATURE, "another root", file.replace(
            TREE.root(13).base64(), TREE.root(12).base64())));
    all.add(unproven("wrong-header", malformed, "version 2", file.replace("proof@v1", "proof@v2")));
    all.add(unproven("leading-zero", malformed, "index 05", file.replace("index 5", "index 05")));
    all.add(unproven("no-index", malformed, "the line is missing", file.replace("index 5\n", "")));
    all.add(unproven("empty-extra", malformed, "no data", file.replace("index", "extra \nindex")));
    all.add(
        unproven("extra-after-index", malformed, "in the wrong place", file.replace(
            "index 5\n", "index 5\nextra AQID\n")));
    all.add(
        unproven("non-canonical-hash", malformed, "bits set that no byte holds", file.replace(
            first, nextSpelling(first.strip()) + "\n")));
    all.add(unproven("no-empty-line", malformed, "before the checkpoint", file.replaceFirst("\n\n", "\n")));
    all.add(unproven("carriage-return", malformed, "CR LF", file.replaceFirst("\n", "\r\n")));
    all.add(unproven("truncated", malformed, "no newline at the end", file.substring(0, file.length() - 1)));
    all.add(unproven("trailing-text", malformed, "a line more", file + "more\n"));
    return all;
  }

  private static Vector holds(String name, String why, String file) {
    return Vector.good(CHECKPOINT, name, why)
        .with("log", LOG.verifier().text())
        .withFile(file.getBytes(UTF_8));
  }

  private static Vector fails(String name, Fault fault, String why, String file) {
    return Vector.bad(CHECKPOINT, name, fault, why)
        .with("log", LOG.verifier().text())
        .withFile(file.getBytes(UTF_8));
  }

  private static Vector cosigned(String name, String why, String lines) {
    return witnessed(Vector.good(COSIGNATURE, name, why), lines);
  }

  private static Vector uncosigned(String name, Fault fault, String why, String lines) {
    return witnessed(Vector.bad(COSIGNATURE, name, fault, why), lines);
  }

  private static Vector witnessed(Vector vector, String lines) {
    return vector
        .with("log", LOG.verifier().text())
        .with("witness", WITNESS.verifier().text())
        .withFile((FILE + lines).getBytes(UTF_8));
  }

  private static Vector proven(String name, String why, String file) {
    return judged(Vector.good(TLOG_PROOF, name, why), file);
  }

  private static Vector unproven(String name, Fault fault, String why, String file) {
    return judged(Vector.bad(TLOG_PROOF, name, fault, why), file);
  }

  private static Vector judged(Vector vector, String file) {
    StringBuilder policy = new StringBuilder("log " + LOG.verifier() + "\n");
    for (int i = 1; i <= 3; i++) {
      policy.append("witness w").append(i).append(' ').append(TestKeys.witness(i).verifier()).append('\n');
    }
    policy.append("group two 2 w1 w2 w3\nquorum two\n");
    return vector
        .with("policy", policy.toString())
        .with("record", Spelling.base64(TestTree.content(5)))
        .withFile(file.getBytes(UTF_8));
  }

  private static String plain(InclusionProof inclusion) {
    return new String(TlogProof.of(inclusion, SIGNED).bytes(), UTF_8);
  }

  private static String oneWitness(InclusionProof inclusion) {
    SignedCheckpoint cosigned = SIGNED.with(Cosignature.of(PLAIN, WITNESS, NOON).line());
    return new String(TlogProof.of(inclusion, cosigned).bytes(), UTF_8);
  }

  private static String flippedFirst(InclusionProof inclusion) {
    byte[] bytes = inclusion.hashes().get(0).bytes();
    bytes[9] ^= 4;
    return Spelling.base64(bytes) + "\n";
  }

  private static String file(Checkpoint checkpoint) {
    Signer signer = Signer.ofNotes(checkpoint.origin(), TestKeys.key(1));
    return new String(SignedCheckpoint.sign(checkpoint, signer).bytes(), UTF_8);
  }

  private static String before(String line) {
    return FILE.replace(LINE, line + LINE);
  }

  /** The log's line with a bit of what it encodes flipped; the first four bytes are the key id. */
  private static String bent(int at) {
    byte[] bytes = decoded();
    bytes[at] ^= 1;
    return encoded(bytes);
  }

  private static String resized(int signatureBytes) {
    return encoded(java.util.Arrays.copyOf(decoded(), 4 + signatureBytes));
  }

  /** The same signature with S + L for S: a lenient verifier takes it. */
  private static String raised() {
    byte[] bytes = decoded();
    byte[] order =
        java.util.HexFormat.of()
            .parseHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    int carry = 0;
    for (int i = 0; i < order.length; i++) {
      int sum = (bytes[36 + i] & 0xff) + (order[i] & 0xff) + carry;
      bytes[36 + i] = (byte) sum;
      carry = sum >> 8;
    }
    return encoded(bytes);
  }

  private static byte[] decoded() {
    String word = LINE.substring(LINE.lastIndexOf(' ') + 1).strip();
    return Spelling.base64(word).orElseThrow();
  }

  private static String encoded(byte[] bytes) {
    return LINE.substring(0, LINE.lastIndexOf(' ') + 1) + Spelling.base64(bytes) + "\n";
  }

  private static String witnessLine(byte[] signature) {
    return NoteSignature.of(WITNESS.verifier(), signature).line();
  }

  /** The same bytes in base64 with an unused bit set. */
  private static String nextSpelling(String base64) {
    int last = base64.length() - 2;
    return base64.substring(0, last) + (char) (base64.charAt(last) + 1) + "=";
  }
}
