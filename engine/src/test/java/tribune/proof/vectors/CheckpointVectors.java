package tribune.proof.vectors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static tribune.proof.vectors.SampleLog.FILE;
import static tribune.proof.vectors.SampleLog.LINE;
import static tribune.proof.vectors.SampleLog.LOG;
import static tribune.proof.vectors.SampleLog.PLAIN;
import static tribune.proof.vectors.SampleLog.TREE;
import static tribune.proof.vectors.SampleLog.nextSpelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import tribune.proof.Fault;
import tribune.proof.TreeHash;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.note.SignedNote;
import tribune.proof.note.Signer;
import tribune.proof.note.TestKeys;
import tribune.proof.text.Spelling;

/** The cases for signed checkpoints. */
final class CheckpointVectors {
  private static final String CHECKPOINT = "checkpoint";

  private CheckpointVectors() {}

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
            "modified-signature-bit",
            signature,
            "one bit is flipped",
            FILE.replace(LINE, bent(40))));
    all.add(
        fails("truncated-signature", signature, "63 bytes of 64", FILE.replace(LINE, resized(63))));
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
            "good-and-bad-signature",
            signature,
            "the log's key in two lines, one wrong",
            FILE + bent(40)));
    all.add(
        fails(
            "modified-key-id",
            Fault.NOT_SIGNED,
            "the line names another key",
            FILE.replace(LINE, bent(0))));
    all.add(
        fails(
            "other-key-of-the-origin",
            Fault.NOT_SIGNED,
            "signed by an unknown key",
            FILE.replace(LINE, other)));
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
    all.add(
        fails(
            "short-root",
            malformed,
            "a root of 31 bytes",
            FILE.replace(root, "A".repeat(40) + "AA==")));
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
    all.add(
        fails("carriage-return", malformed, "CR LF ends a line", FILE.replaceFirst("\n", "\r\n")));
    all.add(fails("tab", malformed, "a control character", FILE.replaceFirst("/", "\t")));
    all.add(
        fails(
            "truncated", malformed, "no newline at the end", FILE.substring(0, FILE.length() - 1)));
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
    return encoded(Arrays.copyOf(decoded(), 4 + signatureBytes));
  }

  /** The same signature with S + L for S: a lenient verifier takes it. */
  private static String raised() {
    byte[] bytes = decoded();
    byte[] order =
        HexFormat.of().parseHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
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
}
