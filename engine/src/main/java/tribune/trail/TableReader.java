package tribune.trail;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import tribune.proof.CompactRange;
import tribune.proof.Hash;
import tribune.proof.TreeHash;

/**
 * Checks what the tables of a trail return before anybody uses it. Asks the tables in the thread of
 * the trail; what is already read is checked in any.
 */
final class TableReader {
  private final TrailTables tables;

  TableReader(TrailTables tables) {
    this.tables = tables;
  }

  /**
   * What the next record has to follow, if this is what is recorded.
   *
   * @throws TrailUnsound if it is not
   */
  TrailEnd end(Head head) {
    TrailEnd end = end(head.size());
    if (!end.head().equals(head)) {
      throw unsound(
          Math.max(0, head.size() - 1), "table head", head.toString(), end.head().toString());
    }
    return end;
  }

  /** What the record after the first {@code size} records has to follow. */
  TrailEnd end(long size) {
    if (size == 0) {
      return TrailEnd.START;
    }
    AuditRecord last = record(size - 1).content();
    return new TrailEnd(last.log(), CompactRange.of(size, this::node), last.at());
  }

  /** A record that must be there. */
  StoredRecord record(long seq) {
    return tables
        .record(seq)
        .map(this::checked)
        .orElseThrow(() -> unsound(seq, "table record", "no record", "record " + seq));
  }

  /** The record that was stored under this number, and no other. */
  StoredRecord checked(RecordRow row) {
    Hash leaf = TreeHash.leaf(row.bytes().toArray());
    if (!leaf.equals(row.leaf())) {
      throw unsound(row.seq(), "table record", "bytes with leaf hash " + leaf, "" + row.leaf());
    }
    StoredRecord record = read(row);
    if (record.seq() != row.seq()) {
      throw unsound(row.seq(), "table record", "record " + record.seq(), "record " + row.seq());
    }
    return record;
  }

  /** Throws unless the index has exactly this record. */
  void requireSame(StoredRecord expected) {
    StoredRecord found = record(expected.seq());
    if (!Arrays.equals(found.bytes(), expected.bytes())) {
      throw unsound(
          expected.seq(),
          "table record",
          "a record with leaf hash " + found.leaf(),
          expected.leaf() + " as in the journal");
    }
  }

  /** Throws unless the index has exactly the checkpoints of this batch. */
  void requireCheckpoints(Batch batch) {
    List<StoredCheckpoint> found = tables.checkpoints(batch.before().size(), batch.after().size());
    if (!found.equals(batch.checkpoints())) {
      throw unsound(
          batch.after().size() - 1,
          "table checkpoint",
          found.size() + " checkpoints, or others",
          "those of the journal");
    }
  }

  TrailUnsound unsound(long seq, String table, String found, String expected) {
    return unsound(OptionalLong.of(seq), table, found, expected);
  }

  /** Which checkpoint is missing, or too many, cannot be told. */
  TrailUnsound unsoundCount(long found, long expected) {
    return unsound(
        OptionalLong.empty(),
        "table checkpoint",
        found + " checkpoints",
        expected + " as the head of the trail counts");
  }

  /**
   * A record was found that is none of those that were asked for.
   *
   * @param asked what it should be of
   */
  TrailUnsound unsoundAnswer(StoredRecord found, String asked) {
    String of =
        found.content().body() instanceof Body.Audited audited
            ? "" + audited.decision()
            : "no audit";
    return unsound(found.seq(), "table decision", "a row that leads to " + of, asked);
  }

  TrailUnsound unsoundRuleBase(Hash expected, Hash found) {
    return unsound(
        OptionalLong.empty(),
        "table rulebase_file",
        "files whose manifest has SHA-256 " + found,
        expected.hex());
  }

  private TrailUnsound unsound(OptionalLong seq, String table, String found, String expected) {
    return new TrailUnsound(Unsoundness.ofTable(tables.standing(), seq, table, found, expected));
  }

  private StoredRecord read(RecordRow row) {
    try {
      return StoredRecord.read(row.bytes().toArray());
    } catch (UnreadableRecord e) {
      throw unsound(
          row.seq(),
          "table record",
          "a record that cannot be read (" + e.getMessage() + ")",
          "a record");
    }
  }

  /** A node that must be there. */
  Hash node(int level, long index) {
    return tables
        .node(level, index)
        .orElseThrow(
            () ->
                unsound(
                    index << level,
                    "table node",
                    "no node at level " + level + ", index " + index,
                    "the root of a complete subtree"));
  }
}
