package tribune.proof.checkpoint;

import java.util.Collection;
import java.util.List;
import tribune.proof.Fault;
import tribune.proof.ProofRefused;
import tribune.proof.note.KeyType;
import tribune.proof.note.NoteSignature;
import tribune.proof.note.SignedNote;
import tribune.proof.note.Signer;
import tribune.proof.note.VerifierKey;
import tribune.proof.text.StrictText;

/**
 * A checkpoint as a signed note. What it says is a claim until {@link #verifiedBy} has returned it.
 * Immutable; safe for use by several threads. Source: C2SP tlog-checkpoint.
 */
public final class SignedCheckpoint {
  private static final String WHAT = "signed checkpoint";

  private final Checkpoint claimed;
  private final SignedNote note;

  private SignedCheckpoint(Checkpoint claimed, SignedNote note) {
    this.claimed = claimed;
    this.note = note;
  }

  /**
   * Signs a checkpoint. Whoever has the key must have made sure that the tree goes on from every
   * tree signed before.
   *
   * @param log signs notes under the name that is the checkpoint's origin
   */
  public static SignedCheckpoint sign(Checkpoint checkpoint, Signer log) {
    if (!log.verifier().name().equals(checkpoint.origin())) {
      throw new IllegalArgumentException(
          "the key of "
              + log.verifier().name()
              + " does not sign for the log "
              + checkpoint.origin());
    }
    return new SignedCheckpoint(checkpoint, SignedNote.sign(checkpoint.text(), log));
  }

  /**
   * Reads a signed checkpoint.
   *
   * @throws ProofRefused if it is none; nothing is said of signatures
   */
  public static SignedCheckpoint parse(byte[] bytes) {
    SignedNote note = SignedNote.parse(bytes);
    return new SignedCheckpoint(Checkpoint.parse(note.text()), note);
  }

  /** What it says, whether or not anybody signed it. */
  public Checkpoint claimed() {
    return claimed;
  }

  /** The signed checkpoint as it is written. */
  public byte[] bytes() {
    return note.bytes();
  }

  public List<NoteSignature> signatures() {
    return note.signatures();
  }

  /**
   * What it says, signed by a log that is trusted.
   *
   * @param logs keys for notes; the name of each is the origin of its log. Several keys of one
   *     origin are its older and newer ones; one of them suffices
   * @throws ProofRefused if it is of another log, if none of the keys signed it, or if a line names
   *     one of the keys and is not its signature
   */
  public Checkpoint verifiedBy(Collection<VerifierKey> logs) {
    List<VerifierKey> keys =
        logs.stream().filter(key -> key.name().equals(claimed.origin())).toList();
    if (keys.isEmpty()) {
      throw ProofRefused.of(
          Fault.WRONG_ORIGIN,
          "%s: found a checkpoint of the log %s, expected one of %s",
          WHAT,
          StrictText.shown(claimed.origin()),
          logs.stream().map(VerifierKey::name).distinct().toList());
    }
    long signed = keys.stream().filter(note::isSignedBy).count();
    if (signed == 0) {
      throw ProofRefused.of(
          Fault.NOT_SIGNED,
          "%s: found %s, expected a signature of %s",
          WHAT,
          note.signatures(),
          keys);
    }
    return claimed;
  }

  /**
   * The cosignatures of a witness, oldest first; none if no line names its key.
   *
   * @throws ProofRefused if a line names the key and is not its cosignature
   */
  public List<Cosignature> cosignaturesOf(VerifierKey witness) {
    if (witness.type() != KeyType.COSIGNATURE) {
      throw new IllegalArgumentException(witness + " is no key of a witness");
    }
    return note.naming(witness).stream()
        .map(line -> Cosignature.verified(line, witness, claimed))
        .sorted()
        .toList();
  }

  /**
   * This checkpoint with one signature line more, such as a witness's; the same if it has the line.
   *
   * @throws ProofRefused if it has as many as it may have
   */
  public SignedCheckpoint with(NoteSignature signature) {
    return new SignedCheckpoint(claimed, note.with(signature));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedCheckpoint that && note.equals(that.note);
  }

  @Override
  public int hashCode() {
    return note.hashCode();
  }

  @Override
  public String toString() {
    return note.toString();
  }
}
