package tribune.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.rulebase.Catalogue;
import tribune.shell.line.Command;
import tribune.shell.line.Count;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.render.Block;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.workspace.Workspace;
import tribune.verdict.Finding;

/** {@code explain}: why each check came out as it did. */
final class ExplainCommand implements Command {
  private static final String ID = "ID";
  private static final String CHECK = "CHECK";

  private final Workspace workspace;

  ExplainCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("explain", Group.DECISIONS, "Explain why each check came out as it did.")
        .about(
            "For each check: the outcome, the reason, the values it rests on and how firmly each is"
                + " known, where the demand comes from, and what would make it pass. Everything is"
                + " taken from the record and from the rule base of that day.")
        .parameter(ID, Count.ONE, RecordedAudit.SAYS, RecordedAudit.names(workspace))
        .parameter(
            CHECK, Count.OPTIONAL, "One check, such as LTR-03.", CheckNames.checks(workspace))
        .example("explain BAGS", "every check of the newest audit")
        .example("explain BAGS LTR-03", "one check");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    RecordedAudit audit = RecordedAudit.find(invocation.argument(ID), workspace, invocation);
    Optional<Catalogue> catalogue = audit.catalogue();
    Explanation explanation = new Explanation(catalogue, audit.proposal());
    List<Finding> findings = findings(audit, invocation.optionalArgument(CHECK));
    List<Block> blocks = new ArrayList<>();
    List<JsonView> views = new ArrayList<>();
    for (Finding finding : findings) {
      blocks.addAll(explanation.blocks(finding));
      views.add(explanation.view(finding));
    }
    blocks.add(audit.findings().verdict());
    JsonView view = audit.findings().verdictView().put("findings", JsonView.elements(views));
    invocation.output().write(new Report(blocks, view));
    return ExitCode.OK;
  }

  private static List<Finding> findings(RecordedAudit audit, Optional<String> wanted) {
    List<Finding> all = audit.body().result().findings();
    if (wanted.isEmpty()) {
      return all;
    }
    List<Finding> found =
        all.stream().filter(it -> it.check().text().equalsIgnoreCase(wanted.get())).toList();
    if (found.isEmpty()) {
      List<String> ids = all.stream().map(it -> it.check().text()).toList();
      String what = "the audit has no finding of a check " + wanted.get();
      throw UnknownName.failure(what, wanted.get(), ids, "its checks: " + String.join(", ", ids));
    }
    return found;
  }
}
