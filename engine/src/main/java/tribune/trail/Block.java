package tribune.trail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stretch of a trail as it was read, all of it raw. What takes time is looked at by {@link #vet},
 * in any thread; order is for whoever gets the results.
 *
 * @param lines of the journal; none where the tables are read alone
 * @param tables what the tables have of the same records
 */
record Block(List<RawLine> lines, TableStretch tables) {
  /** About so many bytes are read at once; a single record may be longer. */
  static final int BYTES = 512 * 1024;

  /** At most so many records are read at once. */
  static final int RECORDS = 256;

  /**
   * What looking at it came to.
   *
   * @param rows the records of the tables, where these are read alone
   * @param signatures why the signature of the key that a checkpoint names does not hold, by size
   */
  record Checked(
      List<VettedLine> lines,
      List<Vetted> rows,
      TableStretch tables,
      Map<Long, Optional<EntryCheck.Misfit>> signatures) {}

  /** Hashes, parses, computes commitments and query columns, checks signatures. */
  Checked vet() {
    List<VettedLine> read = lines.stream().map(VettedLine::of).toList();
    List<Vetted> rows = new ArrayList<>();
    if (lines.isEmpty()) {
      for (TrailRow row : tables.rows()) {
        rows.add(EntryCheck.vet(row.bytes(), row.leaf(), row.payload()));
      }
    }
    Map<Long, Optional<EntryCheck.Misfit>> signatures = new HashMap<>();
    for (StoredCheckpoint checkpoint : tables.checkpoints()) {
      signatures.put(checkpoint.size(), CheckpointCheck.unsigned(checkpoint, checkpoint.key()));
    }
    return new Checked(read, rows, tables, signatures);
  }
}
