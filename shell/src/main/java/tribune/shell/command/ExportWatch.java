package tribune.shell.command;

import java.time.Instant;
import java.util.function.Supplier;
import tribune.export.ExportProgress;
import tribune.shell.line.Invocation;

/** Tells how an export goes, or its check, and stops it if the user wants. */
final class ExportWatch implements ExportProgress {
  private final Progress progress;
  private final String what;

  /**
   * @param clock asked for the time between records
   * @param what is done with a record, such as {@code records written}
   */
  ExportWatch(Invocation invocation, Supplier<Instant> clock, String what) {
    this.progress = new Progress(invocation, clock);
    this.what = what;
  }

  @Override
  public void record(long done, long total) {
    progress.step(took -> Progress.of(done, total, what, took));
  }

  @Override
  public void begins(String step) {
    progress.begins(step);
  }
}
