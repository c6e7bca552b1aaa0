package tribune.trail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tribune.proof.Hash;

/**
 * The append-only, ordered sequence of records. Safe for use by several threads; a thread that is
 * interrupted while it waits here gets its answer all the same and stays interrupted.
 *
 * <p>Records are checked when they are read: bytes that do not fit their leaf hash make the reading
 * methods throw {@link TrailUnsound}. After a failure of the disk the writing methods, and the
 * reading ones if the index is no longer up to date, throw {@link TrailStopped}.
 */
public interface Trail extends AutoCloseable {
  /** How many drafts one call may append. */
  int MAX_DRAFTS = 1_000;

  /**
   * Records one audit. When this returns, the record is on the disk. If it was recorded before
   * under its key, its first receipt is returned and nothing is recorded.
   *
   * @throws SubmissionTaken if something else was recorded under its key
   * @throws RevisionTaken if this revision was audited before with other facts
   * @throws RecordTooLarge if the record or its facts are too long
   * @throws NoRoomLeft if the disk is nearly full
   * @throws KeyRefused if the signing key of the trail is lost, or another one is in its place
   * @throws TrailStopped if a write or a sync failed, now or before
   */
  Receipt append(Draft draft);

  /**
   * Records several audits in this order, with one sync: all of them, or on any exception that
   * {@link #append} would throw, none. Receipts come in the order of the drafts.
   *
   * @param drafts at most {@value #MAX_DRAFTS}
   */
  List<Receipt> appendAll(List<Draft> drafts);

  /**
   * Makes a rule base the one in force. When this returns, the record is on the disk; of several
   * activations the newest counts, whoever recorded it.
   *
   * @throws TrailException as {@link #append} does
   */
  Receipt activate(Activation activation);

  /** The newest record that made a rule base the one in force; empty if none ever was. */
  default Optional<StoredRecord> inForce() {
    try (Stream<StoredRecord> newest = activations()) {
      return newest.findFirst();
    }
  }

  /** All records that made a rule base the one in force, newest first. */
  Stream<StoredRecord> activations();

  /**
   * Records that an export was made.
   *
   * @throws NoRoomLeft if the disk is nearly full
   * @throws KeyRefused if the signing key of the trail is lost, or another one is in its place
   * @throws TrailStopped if a write or a sync failed, now or before
   */
  Receipt recordExport(Actor actor, EngineRef engine, ExportRef export);

  /** The newest audit of a decision. */
  Optional<StoredRecord> find(String decisionId);

  /** The newest audit of one revision of a decision. */
  Optional<StoredRecord> find(String decisionId, int revision);

  /** All audits of a decision, newest first. */
  Stream<StoredRecord> history(String decisionId);

  /** The record at this place. */
  Optional<StoredRecord> at(long seq);

  /** The audits that a filter wants, newest first, read as they are asked for. */
  Stream<StoredRecord> decisions(Filter filter);

  /** The places of the audits that a filter wants, oldest first; needs 8 bytes for each. */
  long[] places(Filter filter);

  /** Ids of audited decisions that begin like this, in order, at most so many. */
  List<String> decisionIds(String prefix, int limit);

  /** All records from this place on, in order, read as they are asked for. */
  Stream<StoredRecord> records(long fromSeq);

  /** The facts that the record at this place rests on. */
  Optional<Payload> payload(long seq);

  /** A rule base that some record names, by the SHA-256 of its manifest. */
  Optional<StoredRuleBase> ruleBase(Hash sha256);

  /** All rule bases that records name, in the order of their hashes. */
  List<RuleBaseRef> ruleBases();

  /** How often each check came out as what, in all audits on whatever rule base. */
  List<OutcomeCount> outcomes();

  /** The size and the root of what is recorded now. */
  Head head();

  /** The origin name of this trail. */
  String origin();

  /**
   * Why nothing can be recorded through this, and {@link #append} refuses: another process has the
   * trail open, and this shows what it had recorded when this was opened. Empty for all others.
   */
  Optional<TrailHeld> held();

  /** What was found and done when the trail was opened. */
  Opening opening();

  /** Its signed checkpoints, and proofs from its tree. */
  TrailProofs proofs();

  /** Reads everything there is and checks it, on all cores; changes nothing. */
  default Soundness verify() {
    return verify(Verification.ofAll());
  }

  /**
   * Reads what there is, or what follows a checkpoint, and checks it; changes nothing. Records can
   * be made and found meanwhile.
   */
  Soundness verify(Verification how);

  /**
   * Gives the trail a new signing key. A record {@code key.rotated} names both, its checkpoint is
   * signed by both, and from then on the new one signs alone.
   *
   * @param reason for others to read
   * @param fate of the old key
   * @throws KeyRefused if the old key is not there, or no new one can be made
   * @throws TrailStopped if it is not certain whether it was recorded; the next opening knows, and
   *     puts the key in place that the trail then has
   */
  KeyExchange rotateKey(Actor actor, EngineRef engine, String reason, OldKey fate);

  /**
   * Whether anything can be asked of it: not after a write that failed, nor when its database is
   * out of reach. Then it can be closed, and opened anew.
   */
  boolean isUsable();

  /** Waits for what has been handed in, then lets go of the home. May be called again. */
  @Override
  void close();
}
