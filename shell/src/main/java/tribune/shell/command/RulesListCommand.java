package tribune.shell.command;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tribune.rulebase.Catalogue;
import tribune.rulebase.Check;
import tribune.rulebase.Principle;
import tribune.rulebase.page.IndexPage;
import tribune.shell.line.Command;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.line.Option;
import tribune.shell.render.Block;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.workspace.Workspace;
import tribune.shell.workspace.WrittenRules;
import tribune.trail.OutcomeCount;
import tribune.trail.Trail;

/** {@code rules list}: the principles and checks of the rule base. */
final class RulesListCommand implements Command {
  private static final String UNUSED = "unused";
  private static final String NEVER_FAILING = "never-failing";

  private final Workspace workspace;

  RulesListCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of(
            "rules list", Group.RULES, "List the principles and checks of the rule base.")
        .about(
            "--unused and --never-failing look at the recorded history: at every audit, on whatever"
                + " rule base it was made.")
        .options(
            Option.flag(UNUSED, "Only the checks that no recorded audit was a matter for."),
            Option.flag(
                NEVER_FAILING, "Only the checks that applied in some audit and never failed."))
        .example("rules list --rules ./my-rules", "those of your own rule base")
        .example("rules list --unused --never-failing", "what the history gives no proof of");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    WrittenRules rules = workspace.rules().written(invocation);
    Set<UsageReport.Wanted> wanted = wanted(invocation);
    if (!wanted.isEmpty()) {
      Optional<Trail> trail = workspace.trail().existing(invocation);
      List<OutcomeCount> outcomes = trail.map(Trail::outcomes).orElse(List.of());
      invocation.output().write(new UsageReport(rules.catalogue(), outcomes).of(wanted));
      return ExitCode.OK;
    }
    IndexPage index = new IndexPage(rules.catalogue(), rules.files().sha256());
    List<Block> blocks = new ArrayList<>(PageBlocks.of(index.page()));
    rules.catalogue().inheritance().map(InheritanceReport::blocks).ifPresent(blocks::addAll);
    invocation.output().write(new Report(blocks, view(rules)));
    return ExitCode.OK;
  }

  private static Set<UsageReport.Wanted> wanted(Invocation invocation) {
    Set<UsageReport.Wanted> wanted = EnumSet.noneOf(UsageReport.Wanted.class);
    if (invocation.has(UNUSED)) {
      wanted.add(UsageReport.Wanted.UNUSED);
    }
    if (invocation.has(NEVER_FAILING)) {
      wanted.add(UsageReport.Wanted.NEVER_FAILING);
    }
    return wanted;
  }

  private static JsonView view(WrittenRules rules) {
    Catalogue catalogue = rules.catalogue();
    JsonView.Members view =
        JsonView.members()
            .put("name", catalogue.description().name())
            .put("version", catalogue.description().version())
            .put("title", catalogue.description().title())
            .put("sha256", rules.files().sha256())
            .put(
                "principles",
                JsonView.elements(
                    catalogue.principles().stream().map(RulesListCommand::view).toList()))
            .put(
                "counts",
                JsonView.members()
                    .put("principles", catalogue.principles().size())
                    .put("checks", catalogue.checks().size())
                    .put("thresholds", catalogue.thresholdEntries().size()));
    return catalogue
        .inheritance()
        .map(it -> view.put("extends", InheritanceReport.view(it)))
        .orElse(view);
  }

  private static JsonView view(Principle principle) {
    return JsonView.members()
        .put("id", principle.id())
        .put("title", principle.title())
        .put(
            "checks",
            JsonView.elements(principle.checks().stream().map(RulesListCommand::view).toList()));
  }

  private static JsonView view(Check check) {
    return JsonView.members()
        .put("id", check.id())
        .put("title", check.title())
        .put("severity", check.severity().name())
        .put("kinds", JsonView.texts(check.kinds().stream().map(Enum::name).toList()));
  }
}
