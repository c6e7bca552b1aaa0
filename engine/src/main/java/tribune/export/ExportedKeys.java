package tribune.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tribune.proof.ProofRefused;
import tribune.proof.note.VerifierKey;
import tribune.trail.AuditRecord;
import tribune.trail.Body;
import tribune.trail.StoredRecord;
import tribune.trail.UnreadableRecord;

/**
 * Which key signed when, as the records of an export tell: those that exchange the key lead back
 * from the newest key to older ones. The records are looked at for this alone; whether they are the
 * signed ones is checked when they are read in order. Immutable.
 */
final class ExportedKeys {
  /** What a record of an exchange has in it; a text that says the same has its quotes escaped. */
  static final String MARK = "\"type\":\"key.rotated\"";

  private final VerifierKey newest;
  private final TreeMap<Long, Body.Rotated> rotations = new TreeMap<>();

  private ExportedKeys(VerifierKey newest) {
    this.newest = newest;
  }

  /** Those of an export whose records do not speak of an exchange. */
  static ExportedKeys only(VerifierKey key) {
    return new ExportedKeys(key);
  }

  /** Those of the export in this directory. */
  static ExportedKeys in(Path export, VerifierKey newest) throws IOException {
    ExportedKeys keys = new ExportedKeys(newest);
    try (ExportLines records =
        new ExportLines(export, ExportNames.RECORDS, AuditRecord.MAX_BYTES)) {
      for (long line = 0; records.hasNext(); line++) {
        keys.read(records.next(line, "a record"));
      }
    } catch (ExportUnsound e) {
      return keys; // what is wrong with the line is told when it is read in order
    }
    return keys;
  }

  private void read(byte[] line) {
    if (!new String(line, UTF_8).contains(MARK)) {
      return;
    }
    try {
      StoredRecord record = StoredRecord.read(line);
      if (record.content().body() instanceof Body.Rotated rotated) {
        rotations.put(record.seq(), rotated);
      }
    } catch (UnreadableRecord e) {
      return; // likewise
    }
  }

  /**
   * The key that signed a tree of this size.
   *
   * @throws ProofRefused if the record that exchanges it names none
   */
  VerifierKey at(long size) {
    Map.Entry<Long, Body.Rotated> next = rotations.ceilingEntry(size);
    return next == null ? newest : VerifierKey.parse(next.getValue().oldKey());
  }

  /** The key that signs a tree of this size beside the one in force: right after an exchange. */
  Optional<VerifierKey> besideAt(long size) {
    return rotations.containsKey(size - 1) ? Optional.of(at(size - 1)) : Optional.empty();
  }
}
