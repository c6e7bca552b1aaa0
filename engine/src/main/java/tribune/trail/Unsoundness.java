package tribune.trail;

import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The first thing that is wrong with a trail.
 *
 * @param seq the first bad record, where one can be named
 * @param place where it was seen, such as {@code journal, byte 1024}
 * @param found what is there
 * @param expected what should be there
 * @param advice what to do
 */
public record Unsoundness(
    OptionalLong seq, String place, String found, String expected, String advice) {
  private static final String RESTORE =
      "stop using this home, keep a copy of it, and restore the trail directory from a backup";
  private static final String RESTORE_DATABASE =
      "record nothing more in this database, keep a copy of it, and restore it from a backup";
  private static final String REBUILD =
      "the journal is sound so far; keep a copy of the home, then move trail/index.mv.db away: it"
          + " is rebuilt from the journal at the next start";

  /** Something that only a backup can mend. */
  static Unsoundness ofJournal(long seq, long offset, String found, String expected) {
    return new Unsoundness(
        OptionalLong.of(seq), "journal, byte " + offset, found, expected, RESTORE);
  }

  /**
   * A table is wrong: if it is the index of a journal, the journal is the one that is whole in
   * itself.
   */
  static Unsoundness ofTable(
      TrailTables.Standing standing,
      OptionalLong seq,
      String table,
      String found,
      String expected) {
    return switch (standing) {
      case INDEX -> new Unsoundness(seq, "index, " + table, found, expected, REBUILD);
      case TRAIL -> new Unsoundness(seq, "database, " + table, found, expected, RESTORE_DATABASE);
    };
  }

  /**
   * Records stand after the last checkpoint. Whatever is recorded is recorded with one, so somebody
   * without the key put them there.
   *
   * @param signed how many records the last checkpoint is over
   * @param size how many there are
   */
  static Unsoundness ofUnsigned(TrailTables.Standing standing, long signed, long size) {
    return ofCheckpoint(
        standing,
        signed,
        (size - signed) + " records after the last checkpoint",
        "a checkpoint over them, as they were recorded with");
  }

  /** A checkpoint was not signed by the key of the trail; the records up to it fit each other. */
  static Unsoundness ofCheckpoint(
      TrailTables.Standing standing, long seq, String found, String expected) {
    return new Unsoundness(
        OptionalLong.of(seq),
        standing == TrailTables.Standing.INDEX
            ? "journal, checkpoint"
            : "database, table checkpoint",
        found,
        expected,
        standing == TrailTables.Standing.INDEX ? RESTORE : RESTORE_DATABASE);
  }

  /**
   * The trail does not go on from what a user kept of it.
   *
   * @param file what was kept
   */
  public static Unsoundness ofKept(Path file, String found, String expected) {
    return new Unsoundness(
        OptionalLong.empty(),
        "kept checkpoint " + file,
        found,
        expected,
        "record nothing more here and keep a copy of all of it; `trail status` shows what was kept"
            + " and what is there; restore a trail that goes on from it, or, only if you know why it"
            + " changed, remove that file to begin anew");
  }

  /** What a user kept cannot be read; nothing is put in its place. */
  public static Unsoundness ofDamagedKept(Path file, String found) {
    return new Unsoundness(
        OptionalLong.empty(),
        "kept checkpoint " + file,
        found,
        "a checkpoint as it was kept",
        "restore that file from a backup; or verify the trail, compare its root with one that"
            + " somebody else kept, and remove the file to begin anew");
  }

  /** The trail does not go on from a checkpoint that somebody stated. */
  static Unsoundness ofSince(String found, String expected) {
    return new Unsoundness(
        OptionalLong.empty(),
        "the checkpoint that was stated",
        found,
        expected,
        "keep it and a copy of the trail; `trail verify` without it reads everything and names the"
            + " first bad record, if one is not what was written");
  }

  /** The journal lacks what the index has. */
  static Unsoundness ofMissingEnd(long seq, String found, String expected) {
    return new Unsoundness(OptionalLong.of(seq), "end of the journal", found, expected, RESTORE);
  }

  /** For people. */
  @Override
  public String toString() {
    String bad =
        seq.isPresent() ? "first bad record " + seq.getAsLong() : "no record in particular";
    return "the trail is unsound: "
        + bad
        + " ("
        + place
        + "): found "
        + found
        + ", expected "
        + expected
        + "; "
        + advice;
  }
}
