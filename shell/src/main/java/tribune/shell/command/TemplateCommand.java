package tribune.shell.command;

import java.util.Arrays;
import java.util.List;
import tribune.decision.Kind;
import tribune.decision.ProposalTemplate;
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

/** {@code template}: a blank proposal to fill in. */
final class TemplateCommand implements Command {
  private static final String KIND = "KIND";

  @Override
  public Declaration declaration() {
    List<String> kinds = Arrays.stream(Kind.values()).map(Kind::name).toList();
    return Declaration.of("template", Group.DECISIONS, "Print a blank proposal with its questions.")
        .parameter(KIND, Count.ONE, "The kind of decision.", Values.oneOf(kinds))
        .example("template PRICING > bags.yaml", "begin a proposal");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    Kind kind = Kind.valueOf(invocation.argument(KIND));
    String template = ProposalTemplate.of(kind);
    invocation
        .output()
        .write(
            new Report(
                List.of(Block.Verbatim.of(template)),
                JsonView.members().put("kind", kind.name()).put("template", template)));
    return ExitCode.OK;
  }
}
