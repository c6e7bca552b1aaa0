package tribune.shell.command;

import java.util.List;
import java.util.function.LongConsumer;
import tribune.shell.line.Command;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Interruption;
import tribune.shell.line.Invocation;
import tribune.shell.line.Option;
import tribune.shell.line.Values;
import tribune.shell.render.Block;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.render.Text;
import tribune.shell.render.Tone;
import tribune.shell.workspace.Workspace;
import tribune.trail.Copied;

/** {@code trail copy}: the same trail in another store. */
final class TrailCopyCommand implements Command {
  private static final String TO = "to";

  private final Workspace workspace;

  TrailCopyCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("trail copy", Group.TRAIL, "Copy the trail to another store.")
        .about(
            "Records are copied byte for byte and the root stays the same. Both trails are verified"
                + " as a whole; a store that holds a trail is refused, and if anything fails"
                + " nothing is copied.",
            "Record in one of the two from then on: the other knows nothing of it. The signing key"
                + " stays where it is; to record in another home, copy it there as trail/key.pem.")
        .options(
            Option.valued(
                TO,
                "URL|DIR",
                "A PostgreSQL database that `trail init` prepared, or a home without a trail.",
                Values.any()))
        .example(
            "trail copy --to jdbc:postgresql://db/tribune?user=tribune_app",
            "from the home to a database")
        .example("trail copy --to copy-of-tribune", "to another home");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    String to =
        invocation
            .option(TO)
            .orElseThrow(
                () ->
                    new CommandFailed(
                        ExitCode.USAGE,
                        "trail copy needs a target",
                        "name it with --to, the URL of a store or a directory"));
    Copied copied = copied(to, invocation);
    invocation.output().write(report(copied));
    invocation
        .messages()
        .hint(
            "Record in one of the two from now on; the other knows nothing of it. The signing key"
                + " is not copied: whoever records in the copy needs it.");
    return ExitCode.OK;
  }

  private Copied copied(String to, Invocation invocation) {
    long[] done = {0};
    long records = workspace.trail().existing(invocation).map(it -> it.head().size()).orElse(0L);
    LongConsumer progress =
        VerifyProgress.of(workspace::now, invocation, records, "records copied");
    try {
      return workspace
          .trail()
          .copy(
              to,
              invocation,
              count -> {
                done[0] = count;
                progress.accept(count);
              });
    } catch (Interruption.Stopped stopped) {
      invocation
          .messages()
          .warning(
              "stopped after "
                  + done[0]
                  + " records were copied; they were taken back, and "
                  + to
                  + " holds no trail");
      throw stopped;
    }
  }

  private static Report report(Copied copied) {
    return new Report(
        List.of(
            Block.Fields.of(
                Block.Field.of("copied", copied.head().size() + " records, both trails verified"),
                Block.Field.of("facts", copied.payloads() + " of them with their facts"),
                Block.Field.of("rule bases", Long.toString(copied.ruleBases())),
                Block.Field.of("trail", copied.origin()),
                Block.Field.of("root", Text.of(copied.head().root().hex(), Tone.FAINT)))),
        JsonView.members()
            .put("records", copied.head().size())
            .put("payloads", copied.payloads())
            .put("ruleBases", copied.ruleBases())
            .put("log", copied.origin())
            .put("root", copied.head().root().hex()));
  }
}
