package tribune.trail;

import java.util.List;
import java.util.Optional;
import tribune.proof.CompactRange;
import tribune.proof.ConsistencyProof;
import tribune.proof.Hash;
import tribune.proof.InclusionProof;
import tribune.proof.note.Envelope;

/**
 * What a trail has to show to somebody who does not believe it: its signed checkpoints, and proofs
 * from the nodes of its tree. Nodes and checkpoints are as they are stored; whoever gets a proof
 * checks it. All methods throw as those of {@link Trail} that read. Safe for use by several
 * threads.
 */
public final class TrailProofs {
  private final SequencedTrail trail;
  private final TrailKey key;

  TrailProofs(SequencedTrail trail, TrailKey key) {
    this.trail = trail;
    this.key = key;
  }

  /** The checkpoint over the most records; empty if nothing was signed yet. */
  public Optional<StoredCheckpoint> newest() {
    return trail.query(TrailTables::newestCheckpoint);
  }

  /** The first checkpoint over at least so many records. */
  public Optional<StoredCheckpoint> firstOver(long size) {
    return trail.query(tables -> tables.firstCheckpoint(size));
  }

  /**
   * Shows that a record stands in the tree over the first {@code size} records.
   *
   * @throws tribune.proof.ProofRefused if the tree has no such record
   */
  public InclusionProof inclusion(long seq, long size) {
    return trail.query(tables -> InclusionProof.of(seq, size, new TableReader(tables)::node));
  }

  /**
   * Shows that the tree over {@code newSize} records begins with that over {@code oldSize}.
   *
   * @throws tribune.proof.ProofRefused if the sizes are not in order
   */
  public ConsistencyProof consistency(long oldSize, long newSize) {
    return trail.query(
        tables -> ConsistencyProof.of(oldSize, newSize, new TableReader(tables)::node));
  }

  /** The root over the first records, of which there are at least so many. */
  public Hash root(long size) {
    return trail.query(
        tables ->
            size == 0
                ? CompactRange.empty().root()
                : CompactRange.of(size, new TableReader(tables)::node).root());
  }

  /**
   * A statement that the key of the trail signs; it is not recorded.
   *
   * @param type the media type of the statement
   * @throws KeyRefused if there is no key, or another one
   */
  public Envelope attest(String type, byte[] statement) {
    return key.attest(type, statement);
  }

  /**
   * The records from this one on that exchange the signing key, as they are stored: whoever wants
   * to follow them checks each.
   */
  public List<KeyRotation> rotations(long fromSeq) {
    return trail.query(tables -> KeyHistory.of(tables).rotations(fromSeq));
  }

  /** The key that was in force for a checkpoint of this size; empty if nothing is signed. */
  public Optional<String> keyAt(long size) {
    return trail.query(tables -> KeyHistory.of(tables).at(size));
  }

  /** The key of the trail, as its own files say. */
  public Optional<String> verifier() {
    return key.verifier();
  }

  /** Why nothing can be recorded for want of the signing key; empty if nothing is known against. */
  public Optional<String> keyTrouble() {
    return key.trouble();
  }

  /**
   * Reads the signing key in a thread of its own, so that the first record need not wait for it.
   */
  public void prepareKey() {
    key.prepare();
  }
}
