package tribune.shell.command;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import tribune.shell.line.Invocation;
import tribune.shell.render.StandardStream;

/**
 * Says now and then how far something long has come, if somebody sits at a terminal, and stops it
 * if the user wants that.
 */
final class VerifyProgress {
  private static final Duration EVERY = Duration.ofSeconds(2);

  private VerifyProgress() {}

  /**
   * @param clock asked for each step
   */
  static LongConsumer of(Supplier<Instant> clock, Invocation invocation) {
    boolean isWatched = invocation.session().screen().isTerminal(StandardStream.ERROR);
    Instant[] said = {clock.get()};
    return size -> {
      invocation.interruption().stopIfRequested();
      Instant now = clock.get();
      if (isWatched && Duration.between(said[0], now).compareTo(EVERY) >= 0) {
        said[0] = now;
        invocation.messages().progress(size + " records checked");
      }
    };
  }
}
