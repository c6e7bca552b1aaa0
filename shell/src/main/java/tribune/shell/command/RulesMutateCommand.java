package tribune.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tribune.rulebase.cases.CaseRun;
import tribune.rulebase.cases.Mutants;
import tribune.rulebase.cases.Mutation;
import tribune.rulebase.cases.MutationReport;
import tribune.rulebase.cases.MutationReport.Score;
import tribune.rulebase.cases.MutationReport.Survivor;
import tribune.shell.line.Command;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.Count;
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
import tribune.shell.workspace.TestedRules;
import tribune.shell.workspace.Workspace;
import tribune.verdict.CheckId;

/** {@code rules mutate}: which edits of the rules the cases would not notice. */
final class RulesMutateCommand implements Command {
  private static final String CHECK = "CHECK";

  private final Workspace workspace;

  RulesMutateCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of(
            "rules mutate", Group.RULES, "Show which edits of the rules no case would notice.")
        .about(
            "Edits the rules in memory, one place at a time: an operator, a constant, a condition"
                + " or a rule left out, `not` for `exists`, a threshold moved. Then it runs the"
                + " cases. An edit that no case notices is a case to write, or a reason to give in"
                + " gaps.yaml.",
            "Exits with 0 if every edit is noticed or has its reason, and with 5 otherwise.")
        .parameter(
            CHECK,
            Count.ANY,
            "Only the rules of these checks; without derivations and thresholds.",
            CheckNames.checks(workspace))
        .example("rules mutate LTR-03", "what the cases of one check let through")
        .example("rules mutate --rules ./my-rules", "your own rule base, in a minute or two");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    TestedRules tested = workspace.rules().tested(invocation);
    Set<CheckId> checks = ChosenChecks.of(invocation.arguments(CHECK), tested.rules().catalogue());
    requireCasesThatHold(tested, checks);
    Mutants all = Mutants.of(tested.rules());
    Mutants mutants = checks.isEmpty() ? all : all.of(checks);
    Progress progress = new Progress(invocation, workspace::now);
    MutationReport report =
        Mutation.of(
            tested.rules(),
            tested.cases(),
            mutants,
            tested.known(),
            done -> progress.step(took -> Progress.of(done, mutants.count(), "edits tried", took)));
    invocation.output().write(report(report, tested));
    return report.holds() ? ExitCode.OK : ExitCode.ERROR;
  }

  private static void requireCasesThatHold(TestedRules tested, Set<CheckId> checks) {
    RulesTestCommand.requireSome(tested.casesOf(checks), tested);
    CaseRun run = CaseRun.of(tested.casesOf(checks), tested.rules());
    if (!run.holds()) {
      throw new CommandFailed(
          ExitCode.ERROR,
          run.failures().size() + " of " + run.cases() + " cases fail on the rules as they are",
          "see `rules test`, and make them hold first");
    }
  }

  private static Report report(MutationReport report, TestedRules tested) {
    List<Block> blocks = new ArrayList<>();
    add(blocks, "Edits that no case notices", report.unnoticed());
    add(blocks, "Edits that no case notices, for a reason", report.explained());
    if (!report.outOfDate().isEmpty()) {
      blocks.add(Block.Heading.of("Reasons that are out of date"));
      blocks.add(CaseReport.lines(report.outOfDate()));
    }
    blocks.add(scores(report));
    blocks.add(conclusion(report));
    JsonView view =
        JsonView.members()
            .put("name", tested.rules().catalogue().description().name())
            .put("sha256", tested.rules().sha256())
            .put("scores", JsonView.elements(report.scores().stream().map(it -> view(it)).toList()))
            .put("total", view(report.total()))
            .put("notCompiled", report.notCompiled())
            .put(
                "survivors",
                JsonView.elements(report.survivors().stream().map(it -> view(it)).toList()))
            .put("outOfDate", CaseReport.views(report.outOfDate()));
    return new Report(blocks, view);
  }

  private static void add(List<Block> blocks, String title, List<Survivor> survivors) {
    if (survivors.isEmpty()) {
      return;
    }
    blocks.add(Block.Heading.of(title));
    StringBuilder text = new StringBuilder();
    for (Survivor survivor : survivors) {
      text.append(where(survivor)).append("  ").append(survivor.where());
      text.append("\n  - ").append(survivor.before());
      text.append("\n  + ").append(survivor.after()).append('\n');
      survivor.reason().ifPresent(reason -> text.append("  = ").append(reason).append('\n'));
    }
    blocks.add(Block.Verbatim.of(text.toString()));
  }

  private static Block scores(MutationReport report) {
    List<List<Text>> rows = new ArrayList<>();
    report.scores().forEach(score -> rows.add(row(score)));
    rows.add(row(report.total()));
    List<Column> columns =
        List.of(
            Column.words("rules of"),
            Column.numbers("edits"),
            Column.numbers("noticed"),
            Column.numbers("explained"),
            Column.numbers("unnoticed"),
            Column.numbers("score"));
    return new Block.Table(columns, rows);
  }

  private static List<Text> row(Score score) {
    return List.of(
        Text.of(score.owner(), Tone.NAME),
        Text.of(Integer.toString(score.edits())),
        Text.of(Integer.toString(score.noticed())),
        Text.of(Integer.toString(score.explained())),
        Text.of(
            Integer.toString(score.unnoticed()), score.unnoticed() == 0 ? Tone.PLAIN : Tone.BAD),
        Text.of(score.percent() + "%"));
  }

  private static Block conclusion(MutationReport report) {
    Score total = report.total();
    String counts =
        total.noticed()
            + " of "
            + total.edits()
            + " edits noticed, "
            + total.explained()
            + " explained, "
            + total.unnoticed()
            + " unnoticed; "
            + report.notCompiled()
            + " did not compile";
    return report.holds()
        ? Block.Conclusion.of("PASS", Tone.GOOD, counts)
        : Block.Conclusion.of("FAIL", Tone.BAD, counts);
  }

  private static JsonView view(Score score) {
    return JsonView.members()
        .put("of", score.owner())
        .put("edits", score.edits())
        .put("noticed", score.noticed())
        .put("explained", score.explained())
        .put("unnoticed", score.unnoticed())
        .put("percent", score.percent());
  }

  private static JsonView view(Survivor survivor) {
    return JsonView.members()
        .put("where", where(survivor))
        .put("rule", survivor.where())
        .put("before", survivor.before())
        .put("after", survivor.after())
        .putIfKnown("reason", survivor.reason());
  }

  private static String where(Survivor survivor) {
    return survivor.source().name() + ":" + survivor.place().line();
  }
}
