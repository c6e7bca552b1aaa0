package tribune.shell.command;

import java.util.Arrays;
import java.util.List;
import tribune.decision.Asked;
import tribune.decision.Kind;
import tribune.decision.ProposalTemplate;
import tribune.rulebase.ProposalQuestions;
import tribune.rulebase.RuleBaseFiles;
import tribune.shell.line.Command;
import tribune.shell.line.Count;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.line.Values;
import tribune.shell.render.Block;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.workspace.SessionRules;
import tribune.shell.workspace.Workspace;

/** {@code template}: a blank proposal to fill in. */
final class TemplateCommand implements Command {
  private static final String KIND = "KIND";

  private final Workspace workspace;

  TemplateCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    List<String> kinds = Arrays.stream(Kind.values()).map(Kind::name).toList();
    return Declaration.of("template", Group.DECISIONS, "Print a blank proposal with its questions.")
        .about(
            "It asks what the checks of the rule base ask decisions of this kind, in plain words,"
                + " with the way to write each answer and the checks that want it.")
        .parameter(KIND, Count.ONE, "The kind of decision.", Values.oneOf(kinds))
        .example("template PRICING > bags.yaml", "begin a proposal");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    Kind kind = Kind.valueOf(invocation.argument(KIND));
    RuleBaseFiles rules = workspace.rules().written(invocation).files();
    Asked asked =
        SessionRules.sound(
            ProposalQuestions.of(rules, kind), invocation, "the rule base cannot be read");
    String template = ProposalTemplate.of(kind, asked);
    invocation
        .output()
        .write(
            new Report(
                List.of(Block.Verbatim.of(template)),
                JsonView.members().put("kind", kind.name()).put("template", template)));
    return ExitCode.OK;
  }
}
