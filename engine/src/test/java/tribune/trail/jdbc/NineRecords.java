package tribune.trail.jdbc;

import tribune.trail.Samples;
import tribune.trail.Trail;

/** The trail that attacks are aimed at: record 0 opens it, 1 to 8 audit d1 to d8. */
final class NineRecords {
  private NineRecords() {}

  static void in(TestStore store) {
    in(store, 9);
  }

  /** The first so many of them. */
  static void in(TestStore store, int size) {
    try (Trail trail = store.open()) {
      for (int i = 1; i < size; i++) {
        trail.append(Samples.draft("d" + i, 1));
      }
    }
  }
}
