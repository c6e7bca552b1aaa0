package tribune.trail;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of a journal, read and looked at alone.
 *
 * @param start where it begins in the journal, in bytes
 * @param end where the next line begins
 * @param hasZero whether it has a zero byte, as no line that was written has
 * @param line what it says, if it is a line
 * @param fault why it is none
 * @param record what its record came to, if it has one
 */
record VettedLine(
    long start,
    long end,
    boolean hasZero,
    @Nullable JournalLine line,
    String fault,
    Optional<Vetted> record) {

  /** Reads and looks at one line; for any thread. */
  static VettedLine of(RawLine raw) {
    boolean hasZero = raw.hasZero();
    try {
      JournalLine line = JournalLine.read(raw.bytes());
      Optional<Vetted> record =
          line instanceof JournalLine.RecordLine it
              ? Optional.of(EntryCheck.vet(it.bytes(), it.leaf(), it.payload()))
              : Optional.empty();
      return new VettedLine(raw.start(), raw.end(), hasZero, line, "", record);
    } catch (IllegalArgumentException e) {
      String fault = String.valueOf(e.getMessage());
      return new VettedLine(raw.start(), raw.end(), hasZero, null, fault, Optional.empty());
    }
  }
}
