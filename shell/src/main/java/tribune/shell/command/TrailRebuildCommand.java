package tribune.shell.command;

import java.util.List;
import tribune.shell.line.Command;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.render.Block;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.workspace.Workspace;
import tribune.trail.Trail;

/** {@code trail rebuild}: the index anew from the journal. */
final class TrailRebuildCommand implements Command {
  private final Workspace workspace;

  TrailRebuildCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("trail rebuild", Group.TRAIL, "Build the index of the trail anew.")
        .about(
            "The index makes the journal searchable and holds nothing else. It is put aside as"
                + " trail/index.mv.db.aside and built from the journal, each record of which is"
                + " checked on the way. A trail in PostgreSQL has no index: there the database is"
                + " the trail.");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    Trail trail =
        workspace
            .trail()
            .rebuilt(invocation)
            .orElseThrow(
                () ->
                    new CommandFailed(
                        ExitCode.USAGE,
                        "there is no trail with an index in " + workspace.trail().place(invocation),
                        "name a home that has one with --home"));
    long size = trail.head().size();
    invocation
        .output()
        .write(
            new Report(
                List.of(
                    Block.Fields.of(
                        Block.Field.of("rebuilt", size + " records, read from the journal"),
                        Block.Field.of("root", trail.head().root().hex()))),
                JsonView.members().put("records", size).put("root", trail.head().root().hex())));
    return ExitCode.OK;
  }
}
