package tribune.shell.command;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tribune.fixtures.Hindsight.Label;
import tribune.fixtures.Scoreboard;
import tribune.fixtures.ScoreboardPage;
import tribune.fixtures.View;
import tribune.rulebase.RuleBase;
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
import tribune.verdict.CheckId;
import tribune.verdict.Verdict;

/** {@code rules scoreboard}: how the rule base judges real decisions whose outcome is known. */
final class RulesScoreboardCommand implements Command {
  private static final List<Verdict> VERDICTS =
      List.of(Verdict.FAIL, Verdict.INCOMPLETE, Verdict.PASS, Verdict.ERROR);

  private final Workspace workspace;

  RulesScoreboardCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of(
            "rules scoreboard",
            Group.RULES,
            "Show how the rule base judges real decisions whose outcome is known.")
        .about(
            "Each of the shipped real decisions is audited on all its facts, on those that sources"
                + " report, and on those without judgements. Nothing is recorded.")
        .example("rules scoreboard --rules ./my-rules", "how your own rule base does");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    RuleBase rules = workspace.rules().ready(invocation);
    Scoreboard board = Scoreboard.of(rules, LocalDate.ofInstant(workspace.now(), ZoneOffset.UTC));
    invocation.output().write(new Report(blocks(board), view(board)));
    return ExitCode.OK;
  }

  private static List<Block> blocks(Scoreboard board) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.Heading.of(board.ruleBase() + ", " + board.day()));
    blocks.add(counts(board));
    blocks.add(Block.Heading.of("By decision"));
    blocks.add(decisions(board));
    blocks.add(Block.Heading.of("What the numbers do not say"));
    blocks.add(Block.Bullets.of(ScoreboardPage.limits().toArray(String[]::new)));
    blocks.add(Block.Fields.of(Block.Field.of("sha256", board.sha256())));
    return blocks;
  }

  private static Block counts(Scoreboard board) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words("what the rules see"));
    columns.add(Column.words("turned out"));
    VERDICTS.forEach(verdict -> columns.add(Column.numbers(verdict.name())));
    List<List<Text>> rows = new ArrayList<>();
    for (View view : View.values()) {
      for (Label label : List.of(Label.BAD, Label.GOOD)) {
        List<Text> row = new ArrayList<>();
        row.add(Text.of(view.title()));
        row.add(Text.of(label.word() + " (" + board.count(view, label) + ")"));
        VERDICTS.forEach(
            verdict -> row.add(Text.of(String.valueOf(board.count(view, label, verdict)))));
        rows.add(row);
      }
    }
    return new Block.Table(columns, 1, rows);
  }

  private static Block decisions(Scoreboard board) {
    List<Column> columns =
        List.of(
            Column.words("decision"),
            Column.words("turned out"),
            Column.words("verdict on all facts"),
            Column.words("because of"));
    List<List<Text>> rows =
        board.in(View.ALL_FACTS).stream()
            .map(
                row ->
                    List.of(
                        Text.of(row.decision(), Tone.NAME),
                        Text.of(row.label().word()),
                        Text.of(row.verdict().name(), Tones.of(row.verdict())),
                        Text.of(names(row.failed()))))
            .toList();
    return new Block.Table(columns, rows);
  }

  private static JsonView view(Scoreboard board) {
    List<JsonView> rows =
        board.rows().stream()
            .<JsonView>map(
                row ->
                    JsonView.members()
                        .put("decision", row.decision())
                        .put("file", row.file())
                        .put("hindsight", row.label().name())
                        .put("view", row.view().name())
                        .put("verdict", row.verdict().name())
                        .put(
                            "failed",
                            JsonView.texts(row.failed().stream().map(CheckId::text).toList())))
            .toList();
    return JsonView.members()
        .put("ruleBase", board.ruleBase())
        .put("sha256", board.sha256())
        .put("day", board.day().toString())
        .put("rows", JsonView.elements(rows))
        .put("limits", JsonView.texts(ScoreboardPage.limits()));
  }

  private static String names(List<CheckId> checks) {
    return checks.stream().map(CheckId::text).collect(Collectors.joining(", "));
  }
}
