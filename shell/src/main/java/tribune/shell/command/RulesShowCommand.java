package tribune.shell.command;

import java.util.ArrayList;
import java.util.List;
import tribune.rulebase.Catalogue;
import tribune.rulebase.page.Page;
import tribune.rulebase.page.Pages;
import tribune.shell.line.Command;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.Count;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Field;
import tribune.shell.render.Report;
import tribune.shell.workspace.SessionRules;
import tribune.shell.workspace.Workspace;
import tribune.shell.workspace.WrittenRules;

/** {@code rules show}: all there is to say of a principle or a check. */
final class RulesShowCommand implements Command {
  private static final String ID = "ID";

  private final Workspace workspace;

  RulesShowCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("rules show", Group.RULES, "Show the page of a principle or a check.")
        .about(
            "Of a check: what it asks and why, which facts to state, examples that fail and pass,"
                + " what it will not flag, and its rules. docs/principles holds the same pages.")
        .parameter(
            ID,
            Count.ONE,
            "A check such as LTR-03, or a principle such as LONG.",
            CheckNames.checksAndPrinciples(workspace))
        .example("rules show LTR-03", "a check")
        .example("rules show LONG", "a principle and its checks");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    WrittenRules written = workspace.rules().written(invocation);
    Pages pages =
        SessionRules.sound(
            Pages.of(written.files()), invocation, "the pages of the rule base cannot be made");
    String id = invocation.argument(ID);
    Report report =
        pages
            .check(id)
            .map(it -> new Report(blocks(it.page(), written.catalogue()), PageViews.of(it)))
            .or(
                () ->
                    pages
                        .principle(id)
                        .map(
                            it ->
                                new Report(
                                    blocks(it.page(), written.catalogue()), PageViews.of(it))))
            .orElseThrow(() -> unknown(id, written.catalogue()));
    invocation.output().write(report);
    return ExitCode.OK;
  }

  /** The page; of a rule base that builds on another one, also whose page it is. */
  private static List<Block> blocks(Page page, Catalogue catalogue) {
    List<Block> blocks = new ArrayList<>(PageBlocks.of(page));
    catalogue
        .inheritance()
        .map(it -> ", which builds on " + InheritanceReport.base(it))
        .map(it -> Field.of("rule base", catalogue.description().name() + it))
        .ifPresent(it -> blocks.add(Block.Fields.of(it)));
    return blocks;
  }

  private static CommandFailed unknown(String id, Catalogue catalogue) {
    List<String> ids = new ArrayList<>();
    catalogue.principles().forEach(it -> ids.add(it.id()));
    catalogue.checks().forEach(it -> ids.add(it.id()));
    String what = "the rule base has no check or principle " + id + switchedOff(id, catalogue);
    return UnknownName.failure(what, id, ids, "`rules list` lists them");
  }

  private static String switchedOff(String id, Catalogue catalogue) {
    return catalogue.inheritance().stream()
        .flatMap(it -> it.switchedOff().stream())
        .filter(it -> it.check().id().equalsIgnoreCase(id))
        .findFirst()
        .map(it -> ": it is switched off. " + it.why())
        .orElse("");
  }
}
