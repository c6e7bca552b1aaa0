package tribune.proof.witness;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import tribune.proof.ConsistencyProof;
import tribune.proof.Fault;
import tribune.proof.Hash;
import tribune.proof.ProofRefused;
import tribune.proof.TreeHash;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.note.SignedNote;
import tribune.proof.note.VerifierKey;
import tribune.proof.text.Lines;
import tribune.proof.text.StrictText;

/**
 * What a witness is sent: a newer checkpoint, and the proof that it goes on from the one that the
 * witness saw last. The answer is the line of a {@link tribune.proof.checkpoint.Cosignature}; put
 * below the checkpoint it makes the cosigned one. Immutable. Source: C2SP tlog-witness,
 * "add-checkpoint"; the file has what the request's body has.
 *
 * @param proof from the size seen last, 0 if none was, to that of the checkpoint
 * @param checkpoint signed by the log
 */
public record WitnessRequest(ConsistencyProof proof, SignedCheckpoint checkpoint) {
  /** How long a request may be, in bytes. */
  public static final int MAX_BYTES = 8 * 1024 + SignedNote.MAX_BYTES;

  private static final String WHAT = "witness request";
  private static final String OLD = "old ";

  public WitnessRequest {
    requireNonNull(proof, "proof");
    if (proof.newSize() != checkpoint.claimed().size()) {
      throw new IllegalArgumentException(
          "a proof to size "
              + proof.newSize()
              + " does not go with a checkpoint of size "
              + checkpoint.claimed().size());
    }
  }

  /**
   * Reads what {@link #bytes} writes.
   *
   * @throws ProofRefused if it is not such a text, or if it has not the one right number of hashes
   */
  public static WitnessRequest parse(byte[] bytes) {
    Lines lines = Lines.of(WHAT, StrictText.lines(WHAT, bytes, MAX_BYTES));
    long oldSize = lines.nextDecimal(OLD);
    List<Hash> hashes = lines.nextHashes();
    SignedCheckpoint checkpoint =
        SignedCheckpoint.parse(lines.rest().getBytes(StandardCharsets.UTF_8));
    long newSize = checkpoint.claimed().size();
    return new WitnessRequest(new ConsistencyProof(oldSize, newSize, hashes), checkpoint);
  }

  /**
   * The checkpoint, for a witness that saw none of this log before.
   *
   * @param logs the keys of the logs that the witness watches
   * @throws ProofRefused if none of them signed it, or if the request goes on from another size
   *     than 0
   */
  public Checkpoint verifyFirst(Collection<VerifierKey> logs) {
    return verifyAfter(0, TreeHash.empty(), logs);
  }

  /**
   * The checkpoint, if it goes on from the one last seen.
   *
   * @param last of the same log, checked and cosigned before
   * @param logs the keys of the logs that the witness watches
   * @throws ProofRefused if none of them signed it, if it is of another log than {@code last}, if
   *     the request goes on from another size, or if the tree does not go on from that one
   */
  public Checkpoint verifyAfter(Checkpoint last, Collection<VerifierKey> logs) {
    Checkpoint claimed = checkpoint.claimed();
    if (!claimed.origin().equals(last.origin())) {
      throw ProofRefused.of(
          Fault.WRONG_ORIGIN,
          "%s: found a checkpoint of the log %s, expected one of %s",
          WHAT,
          StrictText.shown(claimed.origin()),
          StrictText.shown(last.origin()));
    }
    return verifyAfter(last.size(), last.root(), logs);
  }

  /** The request as it is written. */
  public byte[] bytes() {
    StringBuilder text = new StringBuilder(OLD).append(proof.oldSize()).append('\n');
    proof.hashes().forEach(hash -> text.append(hash.base64()).append('\n'));
    text.append('\n').append(new String(checkpoint.bytes(), StandardCharsets.UTF_8));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Checkpoint verifyAfter(long size, Hash root, Collection<VerifierKey> logs) {
    Checkpoint verified = checkpoint.verifiedBy(logs);
    if (proof.oldSize() != size) {
      throw ProofRefused.of(
          Fault.OTHER_STATE,
          "%s: found a proof from size %d, expected one from size %d, which was seen last",
          WHAT,
          proof.oldSize(),
          size);
    }
    proof.verify(root, verified.root());
    return verified;
  }
}
