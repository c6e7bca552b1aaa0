package tribune.shell.command;

import java.util.List;
import java.util.function.Consumer;
import tribune.replay.Replay;
import tribune.replay.Replayed;
import tribune.shell.line.Command;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.Count;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.line.Option;
import tribune.shell.workspace.SessionRules;
import tribune.shell.workspace.Workspace;
import tribune.trail.Trail;

/** {@code replay}: runs recorded audits again; the result must be the recorded one. */
final class ReplayCommand implements Command {
  private static final String ID = "ID";
  private static final String ALL = "all";

  private final Workspace workspace;

  ReplayCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of(
            "replay", Group.TRAIL, "Run recorded audits again; the results must be the same.")
        .about(
            "Recorded facts, recorded rule base, recorded day: the result must be the recorded one,"
                + " byte for byte. Any difference is a defect and is called drift. Nothing is"
                + " recorded.")
        .parameter(ID, Count.ANY, RecordedAudit.SAYS, RecordedAudit.names(workspace))
        .options(Option.flag(ALL, "Every audit in the history."))
        .example("replay BAGS SEATS@2", "the newest audits of two decisions")
        .example("replay --all", "the whole history");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    List<String> ids = invocation.arguments(ID);
    if (ids.isEmpty() != invocation.has(ALL)) {
      throw new CommandFailed(
          ExitCode.USAGE, "replay takes either ids or --all", "`replay --all` runs every audit");
    }
    ReplayReport report = new ReplayReport();
    Progress progress = new Progress(invocation, workspace::now);
    replay(
        ids,
        invocation,
        one -> {
          report.add(one);
          progress.step(report::progress);
        });
    invocation.output().write(report.report());
    return report.drifted() == 0 ? ExitCode.OK : ExitCode.DRIFT;
  }

  private void replay(List<String> ids, Invocation invocation, Consumer<Replayed> each) {
    if (ids.isEmpty()) {
      workspace
          .trail()
          .existing(invocation)
          .ifPresent(it -> replay(it, invocation).all(BacktestCommand.threads(), each));
      return;
    }
    List<RecordedAudit> audits =
        ids.stream().map(id -> RecordedAudit.find(id, workspace, invocation)).toList();
    Replay replay = replay(audits.get(0).trail(), invocation);
    audits.forEach(audit -> replay.of(audit.stored()).ifPresent(each));
  }

  private Replay replay(Trail trail, Invocation invocation) {
    return new Replay(
        trail,
        workspace.rules().bases().cache(),
        SessionRules.sound(
            workspace.rules().bases().budget(), invocation, "nothing can be replayed"));
  }
}
