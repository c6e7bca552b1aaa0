package tribune.shell.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import tribune.export.ExportProgress;
import tribune.shell.line.Invocation;
import tribune.shell.render.StandardStream;

/**
 * Tells how an export goes, with rate and time left: after a second, then once a second, and only
 * to somebody who looks on. Also where the user's wish to stop is heard.
 */
final class ExportWatch implements ExportProgress {
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int LOOK_EVERY = 64;

  private final Invocation invocation;
  private final Supplier<Instant> clock;
  private final boolean isWatched;
  private final Instant start;
  private Instant last;

  /**
   * @param clock asked for the time between records, see {@link Clock#instant}
   */
  ExportWatch(Invocation invocation, Supplier<Instant> clock) {
    this.invocation = invocation;
    this.clock = clock;
    this.isWatched = invocation.session().screen().isTerminal(StandardStream.ERROR);
    this.start = clock.get();
    this.last = start;
  }

  @Override
  public void written(long written, long total) {
    invocation.interruption().stopIfRequested();
    if (!isWatched || written % LOOK_EVERY != 0) {
      return;
    }
    Instant now = clock.get();
    if (Duration.between(last, now).compareTo(EVERY) >= 0) {
      last = now;
      invocation.messages().progress(line(written, total, Duration.between(start, now)));
    }
  }

  static String line(long written, long total, Duration took) {
    double rate = written * 1000.0 / Math.max(1, took.toMillis());
    long left = Math.round((total - written) / Math.max(rate, 0.001));
    return String.format(
        Locale.ROOT,
        "%,d of %,d records written, %,.0f a second, %s left",
        written,
        total,
        rate,
        left < 60 ? left + " s" : left / 60 + " min " + left % 60 + " s");
  }
}
