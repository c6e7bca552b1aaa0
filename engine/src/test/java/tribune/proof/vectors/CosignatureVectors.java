package tribune.proof.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tribune.proof.vectors.SampleLog.FILE;
import static tribune.proof.vectors.SampleLog.LOG;
import static tribune.proof.vectors.SampleLog.NOON;
import static tribune.proof.vectors.SampleLog.PLAIN;
import static tribune.proof.vectors.SampleLog.TREE;
import static tribune.proof.vectors.SampleLog.WITNESS;
import static tribune.proof.vectors.SampleLog.witnessLine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tribune.proof.Fault;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.Cosignature;
import tribune.proof.note.TestKeys;

/** The cases for cosigned checkpoints. */
final class CosignatureVectors {
  private static final String COSIGNATURE = "cosignature";

  private CosignatureVectors() {}

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
    byte[] noteTimed = ByteBuffer.allocate(72).putLong(NOON.getEpochSecond()).put(untimed).array();
    Fault signature = Fault.BAD_SIGNATURE;
    List<Vector> all = new ArrayList<>();
    all.add(
        cosigned("happy-path", "cosigned by the witness", line).with("at", NOON.getEpochSecond()));
    all.add(
        cosigned("two-witnesses", "another witness besides", other + line)
            .with("at", NOON.getEpochSecond()));
    all.add(
        cosigned("twice", "the same witness at two times; the earlier one is given", line + elder)
            .with("at", NOON.getEpochSecond() - 60));
    all.add(uncosigned("absent", Fault.NOT_SIGNED, "no line of the witness", ""));
    all.add(uncosigned("other-witness", Fault.NOT_SIGNED, "another witness only", other));
    all.add(
        uncosigned("modified-time", signature, "a second later than signed", witnessLine(later)));
    all.add(uncosigned("modified-bit", signature, "one bit is flipped", witnessLine(bit)));
    all.add(
        uncosigned("time-beyond-year-9999", signature, "the largest time", witnessLine(future)));
    all.add(
        uncosigned("time-beyond-63-bits", signature, "a time over 2^63-1", witnessLine(unsigned)));
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
        uncosigned(
            "good-and-bad", signature, "one good line and one wrong", line + witnessLine(bit)));
    byte[] more = Arrays.copyOf(good, good.length + 1);
    all.add(uncosigned("trailing-byte", signature, "73 bytes", witnessLine(more)));
    return all;
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
}
