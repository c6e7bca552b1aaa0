package tribune.trail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a trail block by block. Used by the thread of the trail. */
interface Blocks {
  /** The next one; empty after the last. */
  Optional<Block> next() throws IOException;

  /** Of tables that are the trail. */
  static Blocks ofTables(TrailTables tables, long start, long end) {
    return new Blocks() {
      private long from = start;

      @Override
      public Optional<Block> next() {
        long most = Math.min(from + Block.RECORDS, end);
        if (from >= most) {
          return Optional.empty();
        }
        long to = tables.bounded(from, most, Block.BYTES);
        TableStretch stretch = TableStretch.read(tables, from, to);
        from = to;
        return Optional.of(new Block(List.of(), stretch));
      }
    };
  }

  /**
   * Of a journal, beside its index.
   *
   * @param lines from the first of a batch on
   * @param first the place of its first record
   * @param size how many records the index has
   */
  static Blocks ofJournal(LineReader lines, TrailTables index, long first, long size) {
    return new Blocks() {
      private long from = first;

      @Override
      public Optional<Block> next() throws IOException {
        List<RawLine> read = new ArrayList<>();
        long bytes = 0;
        long to = from;
        while (bytes < Block.BYTES && to - from < Block.RECORDS) {
          Optional<RawLine> line = JournalLines.raw(lines);
          if (line.isEmpty()) {
            break;
          }
          read.add(line.get());
          bytes += line.get().bytes().length;
          to += line.get().isRecord() ? 1 : 0;
        }
        if (read.isEmpty()) {
          return Optional.empty();
        }
        TableStretch stretch = TableStretch.read(index, Math.min(from, size), Math.min(to, size));
        from = to;
        return Optional.of(new Block(read, stretch));
      }
    };
  }
}
