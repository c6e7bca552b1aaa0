package tribune.bench;

import java.util.Arrays;
import java.util.Locale;

/** What several runs took, in nanoseconds. */
final class Spread {
  private final long[] sorted;

  private Spread(long[] sorted) {
    this.sorted = sorted;
  }

  static Spread of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Spread(sorted);
  }

  private String at(double share) {
    long nanos = sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))];
    return millis(nanos);
  }

  /** In milliseconds, with three digits that mean something. */
  static String millis(long nanos) {
    double millis = nanos / 1e6;
    return String.format(
        Locale.ROOT, millis < 10 ? "%.2f" : millis < 100 ? "%.1f" : "%.0f", millis);
  }

  @Override
  public String toString() {
    return at(0.5)
        + " ms (p95 "
        + at(0.95)
        + ", "
        + at(0)
        + " to "
        + millis(sorted[sorted.length - 1])
        + ")";
  }
}
