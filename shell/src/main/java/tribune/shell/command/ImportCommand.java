package tribune.shell.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tribune.engine.Imported;
import tribune.engine.ProposalImport;
import tribune.intake.Intake;
import tribune.intake.IntakeFormat;
import tribune.shell.line.Command;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.Count;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Interruption;
import tribune.shell.line.Invocation;
import tribune.shell.line.Option;
import tribune.shell.line.Values;
import tribune.shell.workspace.ImportFile;
import tribune.shell.workspace.RejectsFile;
import tribune.shell.workspace.Workspace;
import tribune.trail.TrailException;

/** {@code import}: many proposals from one file. */
final class ImportCommand implements Command {
  private static final String FILE = "FILE";
  private static final String FORMAT = "format";
  private static final String REJECTS = "rejects";
  private static final String DRY_RUN = "dry-run";

  private final Workspace workspace;

  ImportCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("import", Group.DECISIONS, "Audit many proposals from one file.")
        .about(
            "jsonl: a proposal a line, as a JSON object. csv: a proposal a row; the first row has"
                + " the paths of the facts, such as decision.id or departments[0].name.",
            "A line that has mistakes is rejected and stops no other. Rejected lines are shown, and"
                + " kept with their reasons in FILE.rejects.jsonl, to be mended and imported.",
            "All lines are audited under one rule base: if another becomes the one in force"
                + " meanwhile, the import stops, and run again it is under that one.",
            "The same proposal is recorded once under the same rules. So an import that was stopped"
                + " goes on when you run it again. The exit code is that of the worst verdict, or 2"
                + " if a line was rejected.")
        .parameter(FILE, Count.ONE, "A jsonl or csv file, or - for standard input.", Values.file())
        .options(
            Option.valued(
                FORMAT,
                "FORMAT",
                "jsonl or csv; if it is left out, the name of the file tells.",
                Values.oneOf(
                    Arrays.stream(IntakeFormat.values()).map(IntakeFormat::word).toList())),
            Option.valued(REJECTS, "FILE", "Where to keep rejected lines.", Values.file()),
            Option.flag(DRY_RUN, "Record nothing, and do not look at what is recorded."))
        .example("import decisions.jsonl", "a year of decisions")
        .example("import decisions.csv --dry-run", "see first what is wrong with it")
        .example("import - --format jsonl --rejects bad.jsonl", "at the end of a pipe");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    try (ImportFile file =
        ImportFile.open(invocation.argument(FILE), invocation.option(FORMAT), invocation)) {
      Intake intake = file.intake(invocation);
      return imported(file, intake, invocation);
    }
  }

  private ExitCode imported(ImportFile file, Intake intake, Invocation invocation) {
    ProposalImport importing =
        invocation.has(DRY_RUN)
            ? ProposalImport.trial(workspace.rules().ready(invocation), workspace.now())
            : ProposalImport.recording(workspace.engine(invocation));
    Optional<RejectsFile> rejects = rejects(file, invocation).map(RejectsFile::new);
    try {
      ImportWatcher watcher = new ImportWatcher(invocation, workspace::now, file.bytes(), rejects);
      Imported imported = imported(file, importing, intake, watcher, invocation);
      ImportReport report =
          new ImportReport(
              file.name(), imported, watcher.keepRejects(), watcher.shown(), kind(invocation));
      invocation.output().write(report.report());
      keep(imported, invocation);
      report.tell(invocation.messages());
      return report.exitCode();
    } finally {
      rejects.ifPresent(RejectsFile::close);
    }
  }

  private static ImportReport.Kind kind(Invocation invocation) {
    return invocation.has(DRY_RUN) ? ImportReport.Kind.TRIAL : ImportReport.Kind.RECORDED;
  }

  /** With a trial nothing is written that the user did not ask for. */
  private static Optional<Path> rejects(ImportFile file, Invocation invocation) {
    Optional<Path> stated = invocation.option(REJECTS).map(Path::of);
    return stated.isPresent() || invocation.has(DRY_RUN)
        ? stated
        : file.path().map(RejectsFile::beside);
  }

  /** Whatever stops it, what is recorded stays, and the user hears how to go on. */
  private Imported imported(
      ImportFile file,
      ProposalImport importing,
      Intake intake,
      ImportWatcher watcher,
      Invocation invocation) {
    try {
      return importing.run(intake, watcher);
    } catch (IOException e) {
      stopped(watcher, invocation);
      throw file.unreadable(e);
    } catch (Interruption.Stopped | CommandFailed | TrailException e) {
      stopped(watcher, invocation);
      throw e;
    }
  }

  private void stopped(ImportWatcher watcher, Invocation invocation) {
    if (invocation.has(DRY_RUN)) {
      return;
    }
    watcher.soFar().ifPresent(it -> keep(it, invocation));
    long done = watcher.soFar().map(it -> it.audited() + it.known()).orElse(0L);
    invocation
        .messages()
        .warning(
            "stopped; "
                + done
                + " proposals are recorded. Run the same command again to go on: what is recorded"
                + " is passed over");
  }

  private void keep(Imported imported, Invocation invocation) {
    workspace.trail().keep(imported.receipt().map(List::of).orElse(List.of()), invocation);
  }
}
