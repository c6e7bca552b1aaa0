package tribune.shell.command;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import tribune.replay.Backtested;
import tribune.shell.line.Invocation;
import tribune.shell.render.StandardStream;

/**
 * Says how far a backtest is, at a terminal, every few seconds, and stops it if the user wants. The
 * newest audits come first, so how much is left follows from the place of the record.
 */
final class BacktestProgress {
  private static final Duration SILENCE = Duration.ofSeconds(2);

  private final Invocation invocation;
  private final Supplier<Instant> clock;
  private final Instant begin;
  private final long records;
  private final boolean isSeen;
  private Instant said;
  private long done;

  /**
   * @param records how many records the trail has
   */
  BacktestProgress(Invocation invocation, Supplier<Instant> clock, long records) {
    this.invocation = invocation;
    this.clock = clock;
    this.begin = clock.get();
    this.said = begin;
    this.records = records;
    this.isSeen = invocation.session().screen().isTerminal(StandardStream.ERROR);
  }

  /** One more is done. */
  void add(Backtested one) {
    invocation.interruption().stopIfRequested();
    done++;
    if (!isSeen) {
      return;
    }
    Instant now = clock.get();
    if (Duration.between(said, now).compareTo(SILENCE) >= 0) {
      said = now;
      invocation.messages().progress(line(Duration.between(begin, now), one.seq()));
    }
  }

  private String line(Duration taken, long seq) {
    double seconds = taken.toMillis() / 1000.0;
    String rate = done + " audits run, " + Math.round(done / seconds) + " a second";
    long passed = records - seq;
    return passed <= 0 ? rate : rate + ", about " + duration(seconds * seq / passed) + " left";
  }

  private static String duration(double seconds) {
    long whole = Math.max(1, Math.round(seconds));
    return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
  }
}
