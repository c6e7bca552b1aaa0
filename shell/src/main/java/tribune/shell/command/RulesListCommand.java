package tribune.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tribune.rulebase.Catalogue;
import tribune.rulebase.Check;
import tribune.rulebase.Principle;
import tribune.rulebase.RuleBaseDescription;
import tribune.shell.line.Command;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Column;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.render.Text;
import tribune.shell.render.Tone;
import tribune.shell.workspace.Workspace;
import tribune.shell.workspace.WrittenRules;

/** {@code rules list}: the principles and checks of the rule base. */
final class RulesListCommand implements Command {
  private final Workspace workspace;

  RulesListCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of(
            "rules list", Group.RULES, "List the principles and checks of the rule base.")
        .example("rules list --rules ./my-rules", "those of your own rule base");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    invocation.output().write(report(workspace.writtenRules(invocation)));
    return ExitCode.OK;
  }

  private static Report report(WrittenRules rules) {
    Catalogue catalogue = rules.catalogue();
    List<Column> columns =
        List.of(
            Column.words("principle"),
            Column.words("check"),
            Column.words("severity"),
            Column.words("title"));
    List<List<Text>> rows = new ArrayList<>();
    List<JsonView> views = new ArrayList<>();
    for (Principle principle : catalogue.principles()) {
      for (Check check : principle.checks()) {
        rows.add(
            List.of(
                Text.of(principle.id(), Tone.STRONG),
                Text.of(check.id(), Tone.NAME),
                Text.of(check.severity().name()),
                Text.of(check.title())));
      }
      views.add(view(principle));
    }
    RuleBaseDescription description = catalogue.description();
    String counts =
        catalogue.principles().size()
            + " principles, "
            + catalogue.checks().size()
            + " checks, "
            + catalogue.thresholdEntries().size()
            + " thresholds";
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.Heading.of(description.name() + " " + description.version()));
    blocks.add(Block.Paragraph.of(description.title()));
    blocks.add(new Block.Table(columns, 1, rows));
    blocks.add(Block.Paragraph.of(counts));
    catalogue.inheritance().map(InheritanceReport::blocks).ifPresent(blocks::addAll);
    blocks.add(Block.Fields.of(Block.Field.of("sha256", rules.files().sha256())));
    JsonView.Members view =
        JsonView.members()
            .put("name", description.name())
            .put("version", description.version())
            .put("sha256", rules.files().sha256())
            .put("principles", JsonView.elements(views));
    return new Report(
        blocks,
        catalogue
            .inheritance()
            .map(it -> view.put("extends", InheritanceReport.view(it)))
            .orElse(view));
  }

  static String kinds(Check check) {
    return check.kinds().isEmpty()
        ? "all"
        : check.kinds().stream().map(Enum::name).collect(Collectors.joining(", "));
  }

  private static JsonView view(Principle principle) {
    List<JsonView> checks =
        principle.checks().stream()
            .<JsonView>map(
                check ->
                    JsonView.members()
                        .put("id", check.id())
                        .put("title", check.title())
                        .put("severity", check.severity().name())
                        .put(
                            "kinds",
                            JsonView.texts(check.kinds().stream().map(Enum::name).toList())))
            .toList();
    return JsonView.members()
        .put("id", principle.id())
        .put("title", principle.title())
        .put("checks", JsonView.elements(checks));
  }
}
