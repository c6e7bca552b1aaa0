package tribune.export;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * A way to write records for others, such as {@code csv}. The same records under the same context
 * give the same bytes, on every machine and at every time: nothing is read but what is handed in.
 * {@code export verify} relies on it and writes a format again to compare. Stateless.
 *
 * <p>A new format is a class that implements this, named in {@code
 * tribune.export.format.ExportFormats}.
 */
public interface ExportFormat {
  /** How it is asked for, and the name in the manifest; lower-case letters. */
  String name();

  /** What it is for, in a few words for help. */
  String says();

  /** The tables whose columns can be chosen. */
  default List<ExportTable<?>> tables() {
    return List.of();
  }

  /** What it looks up beside the records. */
  default Set<Attachment> reads() {
    return Set.of();
  }

  /** What its files are made of, so that a verifier can name the place of a change. */
  default Pieces pieces() {
    return Pieces.LINES;
  }

  /**
   * Begins to write.
   *
   * @param files where its files go; it makes one at least, with names that no other format has
   */
  FormatWriter begin(ExportContext context, ExportFiles files) throws IOException;
}
