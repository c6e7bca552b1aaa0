package tribune.shell.command;

import java.time.Instant;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import tribune.shell.line.Invocation;

/** Tells how many records of a trail are checked, or copied, and stops it if the user wants. */
final class VerifyProgress {
  private VerifyProgress() {}

  /**
   * @param clock asked for each step
   * @param total how many records there are
   * @param what is done with them, such as {@code records checked}
   */
  static LongConsumer of(Supplier<Instant> clock, Invocation invocation, long total, String what) {
    Progress progress = new Progress(invocation, clock);
    return done -> progress.step(took -> Progress.of(done, total, what, took));
  }
}
