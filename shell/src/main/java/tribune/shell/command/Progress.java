package tribune.shell.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import tribune.shell.line.Invocation;

/**
 * Tells how far something long is: once a second, and nothing of what takes less. Also where the
 * user's wish to stop is heard. Used by one thread at a time.
 */
final class Progress {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Invocation invocation;
  private final Supplier<Instant> clock;
  private final Instant start;
  private Instant told;

  /**
   * @param clock asked for the time at each step
   */
  Progress(Invocation invocation, Supplier<Instant> clock) {
    this.invocation = invocation;
    this.clock = clock;
    this.start = clock.get();
    this.told = start;
  }

  /**
   * Something is done.
   *
   * @param line what to tell of it, after so much time
   */
  void step(Function<Duration, String> line) {
    invocation.interruption().stopIfRequested();
    Instant now = clock.get();
    if (Duration.between(told, now).compareTo(EVERY) >= 0) {
      told = now;
      invocation.messages().progress(line.apply(Duration.between(start, now)));
    }
  }

  /** Something begins that may take long and tells nothing itself; not after a short start. */
  void begins(String what) {
    invocation.interruption().stopIfRequested();
    if (Duration.between(start, clock.get()).compareTo(EVERY) >= 0) {
      invocation.messages().progress(what);
    }
  }

  /** Such as {@code 1,200 of 50,000 records written, 400 a second, 2 min 2 s left}. */
  static String of(long done, long all, String what, Duration took) {
    String counted = String.format(Locale.ROOT, "%,d of %,d %s", done, all, what);
    return done == 0
        ? counted
        : counted + rate(done, took) + left(seconds(took) * (all - done) / done);
  }

  /** Such as {@code , 400 a second}. */
  static String rate(long done, Duration took) {
    return String.format(Locale.ROOT, ", %,.0f a second", done / seconds(took));
  }

  /** Such as {@code , 2 min 2 s left}. */
  static String left(double seconds) {
    long whole = Math.max(1, Math.round(seconds));
    return ", " + (whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s") + " left";
  }

  private static double seconds(Duration took) {
    return Math.max(1, took.toMillis()) / 1000.0;
  }
}
