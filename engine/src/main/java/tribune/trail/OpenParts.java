package tribune.trail;

import java.util.Deque;

/**
 * An open trail.
 *
 * @param opened what to close, the last one first
 */
record OpenParts(
    TrailStore store,
    Committer committer,
    TrailKey key,
    Opening opening,
    Deque<AutoCloseable> opened) {

  /** Closes everything, the lock last, whatever fails. */
  void close() {
    close(opened);
  }

  static void close(Deque<AutoCloseable> opened) {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        // What was acknowledged is durable already; the next opening checks everything.
      }
    }
  }
}
