package tribune.trail;

import java.io.IOException;
import java.util.Optional;

/** The lines of a journal, each read and looked at alone. Used by one thread. */
interface JournalLines {
  /** The next line; empty if there is no more line feed. */
  Optional<VettedLine> next() throws IOException;

  /** Whether all that follows is of one batch at most. */
  boolean isLastBatch() throws IOException;

  /** Straight from the file. */
  static JournalLines of(JournalFile file, long start, long end) {
    LineReader lines = new LineReader(file, start, end);
    return new JournalLines() {
      @Override
      public Optional<VettedLine> next() throws IOException {
        return raw(lines).map(VettedLine::of);
      }

      @Override
      public boolean isLastBatch() throws IOException {
        LineReader rest = new LineReader(file, lines.position(), end);
        int seals = 0;
        for (Optional<RawLine> line = raw(rest); line.isPresent(); line = raw(rest)) {
          seals += line.get().isSeal() ? 1 : 0;
        }
        return seals <= 1;
      }
    };
  }

  /** The next line as it stands in the file. */
  static Optional<RawLine> raw(LineReader lines) throws IOException {
    long start = lines.position();
    return lines.next().map(bytes -> new RawLine(start, lines.position(), bytes));
  }
}
