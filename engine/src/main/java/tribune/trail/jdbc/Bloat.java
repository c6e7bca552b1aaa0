package tribune.trail.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Every opening and closing leaves some 40 KB of dead pages in an H2 file, and sweeping them out at
 * each closing would take a one-shot command longer than its work. So they are swept only when the
 * file has grown far beyond what its journal explains.
 */
final class Bloat {
  private static final long SMALL_BYTES = 8L * 1024 * 1024;
  private static final long TIMES_THE_JOURNAL = 6;
  private static final int SWEEP_MS = 1_000;

  private Bloat() {}

  /** How long H2 may sweep this file, which it is about to open, when it closes it. */
  static int sweepMs(Path index) throws IOException {
    Path journal = index.resolveSibling("journal");
    long journalBytes = Files.exists(journal) ? Files.size(journal) : 0;
    long bytes = Files.size(index);
    boolean bloated = bytes > SMALL_BYTES && bytes / TIMES_THE_JOURNAL > journalBytes;
    return bloated ? SWEEP_MS : 0;
  }
}
