package tribune.shell.command;

import java.util.ArrayList;
import java.util.List;
import tribune.anchor.Trust;
import tribune.shell.line.Command;
import tribune.shell.line.Count;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.line.Option;
import tribune.shell.render.Block;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.workspace.Workspace;
import tribune.trail.Actor;
import tribune.trail.AuditRecord;

/** {@code show}: one audit record. */
final class ShowCommand implements Command {
  private static final String ID = "ID";
  private static final String ALL = "all";

  private final Workspace workspace;

  ShowCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("show", Group.DECISIONS, "Show the newest audit record of a decision.")
        .about("With --output json it prints the record as it is hashed, member for member.")
        .parameter(ID, Count.ONE, RecordedAudit.SAYS, RecordedAudit.names(workspace))
        .options(Option.flag(ALL, "Show the checks that pass or do not apply, too."))
        .example("show BAGS", "the newest audit")
        .example(
            "show BAGS@1 --output json", "the newest audit of the first revision, for programs");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    RecordedAudit audit = RecordedAudit.find(invocation.argument(ID), workspace, invocation);
    FindingsReport findings = audit.findings();
    List<Block> blocks = new ArrayList<>(findings.brief());
    if (invocation.has(ALL)) {
      findings.rest().ifPresent(blocks::add);
    }
    Bracket bracket = bracket(audit, invocation);
    List<Block.Field> fields = new ArrayList<>(record(audit));
    fields.addAll(bracket.fields());
    blocks.addAll(findings.summary(fields));
    blocks.addAll(findings.weightiest());
    blocks.add(findings.verdict());
    invocation.output().write(new Report(blocks, view(audit).put("bracket", bracket.view())));
    return ExitCode.OK;
  }

  private Bracket bracket(RecordedAudit audit, Invocation invocation) {
    Trust trust = workspace.trail().kept().trust();
    Cosigners cosigners = Cosigners.of(audit.trail(), trust, invocation.globals().home());
    return Bracket.of(audit.stored().seq(), audit.trail(), trust, cosigners);
  }

  private static List<Block.Field> record(RecordedAudit audit) {
    AuditRecord record = audit.stored().content();
    Actor actor = record.actor();
    String role = actor.role();
    return List.of(
        Block.Field.of("record", "no. " + record.seq() + " of " + record.log()),
        Block.Field.of("at", record.at().toString()),
        Block.Field.of(
            "by", actor.name() + (role == null ? "" : ", " + role) + ", on " + actor.host()),
        Block.Field.of(
            "rule base",
            audit.body().ruleBase().name()
                + " "
                + audit.body().ruleBase().version()
                + " "
                + audit.body().ruleBase().sha256()),
        Block.Field.of(
            "engine",
            "Tribune "
                + audit.body().engine().tribune()
                + ", Drools "
                + audit.body().engine().drools()
                + ", Java "
                + audit.body().engine().jdk()),
        Block.Field.of("leaf", audit.stored().leaf().toString()));
  }

  private static JsonView.Members view(RecordedAudit audit) {
    return JsonView.members()
        .put("record", JsonView.of(audit.stored().content().toJson()))
        .put("leaf", audit.stored().leaf().toString());
  }
}
