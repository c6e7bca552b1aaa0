package tribune.shell.command;

import java.util.List;
import java.util.Optional;
import tribune.shell.line.Command;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.line.Option;
import tribune.shell.line.Values;
import tribune.shell.render.Block;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.workspace.Workspace;

/** {@code trail init}: prepares a database to hold a trail. */
final class TrailInitCommand implements Command {
  private static final String GRANT = "grant";

  private final Workspace workspace;

  TrailInitCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("trail init", Group.TRAIL, "Prepare a PostgreSQL database for a trail.")
        .about(
            "For the owner of the database that --store names; records nothing. Run it again after"
                + " an update of Tribune: it brings the tables to the new version.",
            "A trail in a home needs none of this.")
        .options(
            Option.valued(
                GRANT,
                "ROLE",
                "Let this role record and read, and no more; audits use it, not the owner.",
                Values.any()))
        .example(
            "trail init --store jdbc:postgresql://db/tribune?user=owner --grant tribune_app",
            "as the owner, once");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    String url =
        invocation
            .globals()
            .store()
            .orElseThrow(
                () ->
                    new CommandFailed(
                        ExitCode.USAGE,
                        "trail init prepares a PostgreSQL database, and none is named",
                        "name it with --store URL"));
    Optional<String> role = invocation.option(GRANT);
    int steps = workspace.stores().prepare(url, role);
    String store = workspace.trail().place(invocation).toString();
    JsonView.Members view = JsonView.members().put("store", store).put("steps", steps);
    invocation
        .output()
        .write(
            new Report(
                List.of(
                    Block.Fields.of(
                        Block.Field.of("prepared", store),
                        Block.Field.of(
                            "tables", steps == 0 ? "were in place" : "brought to this version"),
                        Block.Field.of("may record", role.orElse("nobody new; see --grant")))),
                role.isPresent() ? view.put("granted", role.get()) : view));
    return ExitCode.OK;
  }
}
