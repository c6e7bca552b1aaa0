package tribune.shell.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import tribune.replay.Backtested;
import tribune.shell.line.Invocation;

/**
 * Tells how far a backtest is, and stops it if the user wants. The newest audits come first, so how
 * much is left follows from the place of the record.
 */
final class BacktestProgress {
  private final Progress progress;
  private final long records;
  private long done;

  /**
   * @param records how many records the trail has
   */
  BacktestProgress(Invocation invocation, Supplier<Instant> clock, long records) {
    this.progress = new Progress(invocation, clock);
    this.records = records;
  }

  /** One more is done. */
  void add(Backtested one) {
    done++;
    progress.step(took -> line(took, one.seq()));
  }

  private String line(Duration took, long seq) {
    String run = String.format(Locale.ROOT, "%,d audits run", done) + Progress.rate(done, took);
    long passed = records - seq;
    return passed <= 0 ? run : run + Progress.left(took.toMillis() / 1000.0 * seq / passed);
  }
}
