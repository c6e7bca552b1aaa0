package tribune.trail;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tribune.proof.Hash;

/**
 * Makes a trail queryable. It holds nothing that the journal does not hold, and may be behind it
 * but never ahead. What it returns is unchecked: the caller compares it with hashes.
 *
 * <p>Used by one thread, which nobody interrupts. All methods throw {@link IndexFailure} when the
 * store does.
 */
public interface TrailIndex extends AutoCloseable {
  /** Opens the index of a home. */
  interface Store {
    /**
     * The index in this directory; an empty one if there is none, or if it was made by another
     * version.
     *
     * @throws IndexFailure if what is there cannot be read
     * @throws IndexHeld if another process has it open
     */
    TrailIndex open(Path directory);

    /** Puts what is there out of the way, so that the next opening begins with an empty index. */
    void setAside(Path directory);
  }

  /** Another process has the index open, whatever the lock of the home says. */
  final class IndexHeld extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IndexHeld(Throwable cause) {
      super(cause);
    }
  }

  /** How far the index goes; empty if there is nothing in it. */
  Optional<Mark> mark();

  /**
   * Takes in these batches in one transaction.
   *
   * @throws IndexFailure also if the index does not stand where the first of them begins
   */
  void add(List<Batch> batches);

  /** The record at this place. */
  Optional<IndexRecord> record(long seq);

  /** The root of a complete subtree; level 0 is the leaf hash of a record. */
  Optional<Hash> node(int level, long index);

  /** The records from one place up to, not including, another, in order. */
  List<IndexRecord> records(long from, long to);

  /** The same with all that belongs to them. */
  List<IndexRow> rows(long from, long to);

  /** The newest audit of a decision, or of one revision of it. */
  Optional<IndexRecord> newest(String decisionId, Optional<Integer> revision);

  /** Audits of a decision before this place, newest first. */
  List<IndexRecord> history(String decisionId, long before, int limit);

  /** Audits before this place that a query wants, newest first. */
  List<IndexRecord> decisions(IndexQuery query, long before, int limit);

  /** Ids of audited decisions that begin like this, in order. */
  List<String> decisionIds(String prefix, int limit);

  Optional<Payload> payload(long seq);

  /** The rule base under this hash, whatever its files hash to. */
  Optional<StoredRuleBase> ruleBase(Hash sha256);

  /** The name and version of the rule base under this hash. */
  Optional<RuleBaseRef> ruleBaseRef(Hash sha256);

  /** The hashes of all rule bases, in order. */
  List<Hash> ruleBases();

  /** A row of any table that belongs to no record of a trail of this size. */
  OptionalLong stray(long size);

  /** How many nodes above the leaves are stored. */
  long countNodes();

  @Override
  void close();
}
