package tribune.shell.command;

import static java.util.Objects.requireNonNull;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import tribune.export.ExportRefused;
import tribune.export.Exported;
import tribune.export.LegalCopy;
import tribune.shell.line.Command;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.Count;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.line.Option;
import tribune.shell.line.Values;
import tribune.shell.render.Block;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.render.Text;
import tribune.shell.render.Tone;
import tribune.shell.workspace.Workspace;
import tribune.trail.Trail;

/** {@code export}: the trail as files, for somebody who has no Tribune. */
final class ExportCommand implements Command {
  private static final String FORMAT = "format";
  private static final String TO = "to";

  /** The only format there is yet. */
  private static final String JSONL = "jsonl";

  private static final long PROGRESS_EVERY = 10_000;

  private final Workspace workspace;

  ExportCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("export", Group.TRAIL, "Write the trail as files for others.")
        .about(
            "jsonl is the legal copy: every record byte for byte, the audited facts, the rule bases,"
                + " the newest checkpoint, and Verify.java, which checks all of it with a JDK alone:"
                + " `java Verify.java DIR --key VKEY`. It is the whole trail; there is no filter"
                + " yet.",
            "The directory holds facts that may be confidential: only you can read it.")
        .options(
            Option.valued(FORMAT, "FORMAT", "What to write.", Values.oneOf(JSONL)).count(Count.ONE),
            Option.valued(
                    TO, "DIR", "A directory that is not there yet, or empty.", Values.directory())
                .count(Count.ONE))
        .example("export --format jsonl --to copy-for-the-court", "everything, to be handed over");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    String to = invocation.option(TO).orElseThrow();
    Trail trail = ProofFiles.trail(workspace, invocation);
    Exported exported =
        written(to, () -> LegalCopy.of(trail, Path.of(to), count -> progress(count, invocation)));
    invocation.output().write(report(exported, to));
    invocation.messages().hint(exported.records() + " records exported.");
    if (exported.later() > 0) {
      invocation
          .messages()
          .warning(
              exported.later()
                  + " newer records are not in it: no checkpoint covers them until the next record"
                  + " is recorded");
    }
    return ExitCode.OK;
  }

  private static void progress(long count, Invocation invocation) {
    invocation.interruption().stopIfRequested();
    if (count % PROGRESS_EVERY == 0) {
      invocation.messages().progress(count + " records written");
    }
  }

  private static Exported written(String to, Supplier<Exported> export) {
    try {
      return export.get();
    } catch (ExportRefused e) {
      throw new CommandFailed(ExitCode.USAGE, "nothing was exported: " + e.getMessage());
    } catch (UncheckedIOException e) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          "nothing was exported: "
              + to
              + " cannot be written: "
              + requireNonNull(e.getCause()).getMessage(),
          "name another place with --to, or make room there");
    }
  }

  private static Report report(Exported exported, String to) {
    String root = exported.checkpoint().root().hex();
    return new Report(
        List.of(
            Block.Fields.of(
                Block.Field.of("written", to),
                Block.Field.of("trail", exported.checkpoint().origin()),
                Block.Field.of("records", Long.toString(exported.records())),
                Block.Field.of("facts", exported.payloads() + " of them with their facts"),
                Block.Field.of("rule bases", Long.toString(exported.ruleBases())),
                Block.Field.of("root", Text.of(root, Tone.FAINT)))),
        JsonView.members()
            .put("format", JSONL)
            .put("directory", to)
            .put("log", exported.checkpoint().origin())
            .put("records", exported.records())
            .put("payloads", exported.payloads())
            .put("ruleBases", exported.ruleBases())
            .put("later", exported.later())
            .put("root", root)
            .put("key", exported.key()));
  }
}
