package tribune.shell.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import tribune.engine.ImportWatch;
import tribune.engine.Imported;
import tribune.intake.RejectedLine;
import tribune.shell.line.Invocation;
import tribune.shell.workspace.RejectsFile;

/**
 * Shows the first rejected lines and keeps all of them, tells somebody who looks on how the import
 * goes, and hears the user's wish to stop.
 */
final class ImportWatcher implements ImportWatch {
  /** How many rejected lines are shown with their diagnostics; the file has them all. */
  static final int SHOWN = 20;

  private final Invocation invocation;
  private final Progress progress;
  private final OptionalLong bytes;
  private final Optional<RejectsFile> rejects;
  private final List<RejectedLine> shown = new ArrayList<>();
  private Optional<Imported> soFar = Optional.empty();

  /**
   * @param clock asked for the time between batches
   * @param bytes of the file, if that is known
   */
  ImportWatcher(
      Invocation invocation,
      Supplier<Instant> clock,
      OptionalLong bytes,
      Optional<RejectsFile> rejects) {
    this.invocation = invocation;
    this.progress = new Progress(invocation, clock);
    this.bytes = bytes;
    this.rejects = rejects;
  }

  @Override
  public void batch(Imported imported, long upTo, List<RejectedLine> rejected) {
    soFar = Optional.of(imported);
    rejected.stream().limit(SHOWN - shown.size()).forEach(this::show);
    rejects.ifPresent(file -> file.add(rejected));
    progress.step(took -> line(imported.lines(), upTo, took));
  }

  private void show(RejectedLine line) {
    shown.add(line);
    for (String text : line.texts()) {
      invocation.messages().verbatim(text.lines().toList());
      invocation.messages().verbatim(List.of(""));
    }
  }

  /** How far the import has come; empty if there was no batch. */
  Optional<Imported> soFar() {
    return soFar;
  }

  /** The rejected lines that were shown. */
  List<RejectedLine> shown() {
    return List.copyOf(shown);
  }

  /** Keeps the file of the rejected lines, if there are any. */
  Optional<Path> keepRejects() {
    return rejects.flatMap(RejectsFile::keep);
  }

  private String line(long lines, long upTo, Duration took) {
    String done = String.format(Locale.ROOT, "%,d lines", lines) + Progress.rate(lines, took);
    if (bytes.isEmpty() || upTo == 0) {
      return done;
    }
    long all = bytes.getAsLong();
    return String.format(Locale.ROOT, "%s, %d %% of the file", done, 100 * upTo / Math.max(1, all))
        + Progress.left(took.toMillis() / 1000.0 * (all - upTo) / upTo);
  }
}
