package tribune.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tribune.document.Reading;

/**
 * A file of many proposals, taken line by line: no more than one line, or one row with its quoted
 * line ends, is held. Blank lines are passed over. Not safe for use by several threads; the lines
 * are.
 */
public interface Intake {
  /**
   * Begins to read a file.
   *
   * @param name of the file, for places
   * @param in read as far as it is asked for, and not closed
   * @return what is wrong with the header, if the format has one
   */
  static Reading<Intake> open(IntakeFormat format, String name, InputStream in) throws IOException {
    TextLines lines = new TextLines(in);
    return switch (format) {
      case JSONL -> new Reading.Sound<>(new JsonlIntake(name, lines), java.util.List.of());
      case CSV -> CsvIntake.open(name, lines);
    };
  }

  /** The next line; empty at the end. */
  Optional<UnreadLine> next() throws IOException;

  /** How many bytes of the file were read so far. */
  long bytesRead();
}
