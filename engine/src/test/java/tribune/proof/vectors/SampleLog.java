package tribune.proof.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import tribune.proof.TestTree;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.note.NoteSignature;
import tribune.proof.note.Signer;
import tribune.proof.note.TestKeys;

/** The log whose files the vectors are, and ways to bend them. */
final class SampleLog {
  static final TestTree TREE = new TestTree(13);
  static final Signer LOG = TestKeys.log();
  static final Signer WITNESS = TestKeys.witness(1);
  static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  static final Checkpoint PLAIN = Checkpoint.of(TestKeys.ORIGIN, 13, TREE.root(13));
  static final SignedCheckpoint SIGNED = SignedCheckpoint.sign(PLAIN, LOG);
  static final String FILE = new String(SIGNED.bytes(), UTF_8);
  static final String LINE = SIGNED.signatures().get(0).line();

  private SampleLog() {}

  static String witnessLine(byte[] signature) {
    return NoteSignature.of(WITNESS.verifier(), signature).line();
  }

  /** The same bytes in base64 with an unused bit set. */
  static String nextSpelling(String base64) {
    int last = base64.length() - 2;
    return base64.substring(0, last) + (char) (base64.charAt(last) + 1) + "=";
  }
}
