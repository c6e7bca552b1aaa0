package tribune.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which keys signed a trail, as its tables have it. Used by the thread of the trail. */
final class KeyHistory {
  private final TrailTables tables;

  private KeyHistory(TrailTables tables) {
    this.tables = tables;
  }

  static KeyHistory of(TrailTables tables) {
    return new KeyHistory(tables);
  }

  /** The exchanges of the key from this record on, in order. */
  List<KeyRotation> rotations(long fromSeq) {
    TableReader reader = new TableReader(tables);
    List<KeyRotation> rotations = new ArrayList<>();
    for (RecordRow row : tables.rotations(fromSeq)) {
      StoredRecord record = reader.checked(row);
      if (record.content().body() instanceof Body.Rotated rotated) {
        Optional<StoredCheckpoint> after =
            tables.checkpoints(row.seq(), row.seq() + 1).stream().findFirst();
        rotations.add(
            new KeyRotation(row.seq(), record, rotated.oldKey(), rotated.newKey(), after));
      }
    }
    return rotations;
  }

  /** The key that was in force for a checkpoint of this size; empty if nothing was signed yet. */
  Optional<String> at(long size) {
    return rotations(size).stream()
        .map(KeyRotation::oldKey)
        .findFirst()
        .or(() -> tables.newestCheckpoint().map(StoredCheckpoint::key));
  }
}
