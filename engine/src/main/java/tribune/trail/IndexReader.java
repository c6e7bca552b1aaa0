package tribune.trail;

import java.util.Arrays;
import java.util.OptionalLong;
import tribune.proof.CompactRange;
import tribune.proof.Hash;
import tribune.proof.TreeHash;

/** Checks what the index returns before anybody uses it. */
final class IndexReader {
  private final TrailIndex index;

  IndexReader(TrailIndex index) {
    this.index = index;
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
    return index
        .record(seq)
        .map(IndexReader::checked)
        .orElseThrow(() -> unsound(seq, "table record", "no record", "record " + seq));
  }

  /** The record that was stored under this number, and no other. */
  static StoredRecord checked(IndexRecord row) {
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

  static TrailUnsound unsound(long seq, String table, String found, String expected) {
    return new TrailUnsound(Unsoundness.ofIndex(seq, table, found, expected));
  }

  static TrailUnsound unsoundRuleBase(Hash expected, Hash found) {
    return new TrailUnsound(
        new Unsoundness(
            OptionalLong.empty(),
            "index, table rulebase_file",
            "files whose manifest has SHA-256 " + found,
            expected.hex(),
            Unsoundness.REBUILD));
  }

  private static StoredRecord read(IndexRecord row) {
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

  private Hash node(int level, long index) {
    return this.index
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
