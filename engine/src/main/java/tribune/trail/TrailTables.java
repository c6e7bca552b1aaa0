package tribune.trail;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tribune.proof.Hash;
import tribune.proof.TreeNode;

/**
 * The tables of a trail, to read. What they return is unchecked: the caller compares it with
 * hashes.
 *
 * <p>Used by one thread, which nobody interrupts. All methods throw {@link StoreFailure} when the
 * store does.
 */
public interface TrailTables extends AutoCloseable {
  /** What tables are to their trail. */
  enum Standing {
    /** They make a journal searchable, and can be built from it anew. */
    INDEX,
    /** They are the trail: there is nothing else to build them from. */
    TRAIL
  }

  Standing standing();

  /** The record at this place. */
  Optional<RecordRow> record(long seq);

  /** The root of a complete subtree; level 0 is the leaf hash of a record. */
  Optional<Hash> node(int level, long index);

  /** The records from one place up to, not including, another, in order. */
  List<RecordRow> records(long from, long to);

  /** The same with all that belongs to them. */
  List<TrailRow> rows(long from, long to);

  /** Records of rule bases that went live before this place, newest first. */
  List<RecordRow> activations(long before, int limit);

  /** How often each check came out as what, in the order of the checks. */
  List<OutcomeCount> outcomes();

  /** How far one can read from here until so many bytes of facts are read, one record at least. */
  long bounded(long from, long to, long maxBytes);

  /** The nodes above the leaves that these records completed, in no order. */
  List<TreeNode> nodes(long from, long to);

  /** The records that exchange the signing key, from this place on, in order. */
  List<RecordRow> rotations(long from);

  /** The audit that was submitted under this key. */
  Optional<RecordRow> submitted(SubmissionKey key);

  /** The newest audit of a decision, or of one revision of it. */
  Optional<RecordRow> newest(String decisionId, Optional<Integer> revision);

  /** Audits of a decision before this place, newest first. */
  List<RecordRow> history(String decisionId, long before, int limit);

  /** Audits before this place that a query wants, newest first. */
  List<RecordRow> decisions(TableQuery query, long before, int limit);

  /** Where those audits are. */
  List<Long> places(TableQuery query, long before, int limit);

  /** Ids of audited decisions that begin like this, in order. */
  List<String> decisionIds(String prefix, int limit);

  Optional<Payload> payload(long seq);

  /** The rule base under this hash, whatever its files hash to. */
  Optional<StoredRuleBase> ruleBase(Hash sha256);

  /** The name and version of the rule base under this hash. */
  Optional<RuleBaseRef> ruleBaseRef(Hash sha256);

  /** The hashes of all rule bases and of all that files are said to belong to, in order. */
  List<Hash> ruleBases();

  /** The checkpoints over more than {@code after} and at most {@code to} records, in order. */
  List<StoredCheckpoint> checkpoints(long after, long to);

  /** The first checkpoint over at least so many records. */
  Optional<StoredCheckpoint> firstCheckpoint(long size);

  /** The checkpoint over the most records. */
  Optional<StoredCheckpoint> newestCheckpoint();

  /** A row of any table that belongs to no record of a trail of this size. */
  OptionalLong stray(long size);

  /** How many checkpoints are stored. */
  long countCheckpoints();

  /** How many nodes above the leaves are stored. */
  long countNodes();

  @Override
  void close();
}
