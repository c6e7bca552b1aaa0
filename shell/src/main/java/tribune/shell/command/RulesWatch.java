package tribune.shell.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tribune.document.Diagnostic;
import tribune.document.Reading;
import tribune.rulebase.RuleBaseFiles;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Invocation;
import tribune.shell.line.Switch;
import tribune.shell.render.Block;
import tribune.shell.render.JsonView;
import tribune.shell.render.OutputFormat;
import tribune.shell.render.Report;
import tribune.shell.render.Tone;
import tribune.shell.workspace.RuleBaseWatch;
import tribune.shell.workspace.TestedRules;
import tribune.shell.workspace.Workspace;

/**
 * {@code rules test --watch}: runs the cases again whenever a file of the rule base is saved, until
 * the user stops it. A rule base with mistakes is shown with them, and waited for.
 */
final class RulesWatch {
  private static final long PAUSE_MILLIS = 200;

  private final Workspace workspace;
  private final Invocation invocation;
  private final Path directory;

  private RulesWatch(Workspace workspace, Invocation invocation, Path directory) {
    this.workspace = workspace;
    this.invocation = invocation;
    this.directory = directory;
  }

  /**
   * The watch that the line asks for.
   *
   * @throws CommandFailed if there is nothing to watch, or nobody who could stop it
   */
  static RulesWatch of(Workspace workspace, Invocation invocation) {
    if (invocation.globals().has(Switch.BATCH)) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "--watch goes on until somebody stops it, and --batch says that nobody is there");
    }
    OutputFormat format = invocation.globals().output();
    if (format != OutputFormat.TABLE && format != OutputFormat.PLAIN) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "--watch prints again and again, and " + format.word() + " is one document",
          "leave one of the two out");
    }
    Path directory =
        invocation
            .globals()
            .rules()
            .orElseThrow(
                () ->
                    new CommandFailed(
                        ExitCode.USAGE,
                        "the shipped rule base does not change, so there is nothing to watch",
                        "name your own with --rules DIR"));
    return new RulesWatch(workspace, invocation, directory);
  }

  /** Goes on until the user stops it or nobody reads any more; that is its proper end. */
  ExitCode run() {
    List<Path> watched = List.of(directory);
    while (true) {
      RuleBaseWatch watch = RuleBaseWatch.of(watched);
      Reading<TestedRules> tested = workspace.rules().bases().tested(invocation.globals());
      String time = workspace.now().truncatedTo(ChronoUnit.SECONDS).toString();
      invocation
          .output()
          .write(timed(time, tested.fold(sound -> report(sound.value()), RulesWatch::report)));
      watched =
          tested.fold(sound -> directories(sound.value().files()), faulty -> List.of(directory));
      invocation.messages().hint("waiting for a change in " + directory + "; Ctrl-C ends it");
      if (!waitForChange(watch)) {
        return ExitCode.OK;
      }
    }
  }

  private static Report timed(String time, Report report) {
    List<Block> blocks = new ArrayList<>(List.of(Block.Heading.of(time)));
    blocks.addAll(report.blocks());
    return new Report(blocks, report.view());
  }

  private Report report(TestedRules tested) {
    try {
      return new CaseTrial(workspace, invocation).run(tested).report();
    } catch (CommandFailed nothingToRun) {
      List<Block> blocks = new ArrayList<>();
      nothingToRun.advice().forEach(it -> blocks.add(Block.Paragraph.of(it)));
      blocks.add(faulty(String.valueOf(nothingToRun.getMessage())));
      return new Report(blocks, JsonView.members());
    }
  }

  private static Report report(Reading.Faulty<TestedRules> faulty) {
    List<Block> blocks = new ArrayList<>();
    for (Diagnostic found : faulty.diagnostics()) {
      blocks.add(Block.Verbatim.of(found.text()));
    }
    blocks.add(faulty("the rule base cannot be tested"));
    return new Report(blocks, JsonView.members());
  }

  private static Block faulty(String what) {
    return Block.Conclusion.of("FAULTY", Tone.BAD, what);
  }

  /** The directory, and those of the rule bases that it builds on. */
  private List<Path> directories(RuleBaseFiles files) {
    List<Path> found = new ArrayList<>(List.of(directory));
    Optional<RuleBaseFiles> base = files.base();
    while (base.isPresent()) {
      path(base.get().place()).filter(Files::isDirectory).ifPresent(found::add);
      base = base.get().base();
    }
    return found;
  }

  private static Optional<Path> path(String place) {
    try {
      return Optional.of(Path.of(place));
    } catch (InvalidPathException noDirectory) {
      return Optional.empty();
    }
  }

  /**
   * Whether there was a change; false if the user asked to stop. What is being saved may settle.
   */
  private boolean waitForChange(RuleBaseWatch watch) {
    boolean changed = false;
    while (!invocation.interruption().isRequested() && !invocation.output().readerGone()) {
      boolean changedNow = watch.changed();
      if (changed && !changedNow) {
        return true;
      }
      changed |= changedNow;
      if (!pause()) {
        return false;
      }
    }
    return false;
  }

  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
