package tribune.shell.command;

import java.util.List;
import tribune.shell.line.HelpTopic;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Column;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.render.Text;

/** {@code help verdict}: how findings become a verdict. */
final class VerdictTopic {

  private static final List<Row> ROWS =
      List.of(
          new Row("any ERROR", "ERROR", "no verdict: fix the rule base"),
          new Row("any BLOCKER FAIL", "FAIL", "reject"),
          new Row("any MAJOR FAIL", "FAIL", "revise"),
          new Row("any BLOCKER or MAJOR NEEDS_EVIDENCE", "INCOMPLETE", "return for evidence"),
          new Row("any MINOR FAIL", "PASS", "approve with conditions"),
          new Row("otherwise", "PASS", "approve"));

  private VerdictTopic() {}

  static HelpTopic topic() {
    return new HelpTopic("verdict", "How findings become a verdict.", VerdictTopic::report);
  }

  private static Report report() {
    List<Column> columns =
        List.of(Column.words("condition"), Column.words("verdict"), Column.words("recommendation"));
    List<List<Text>> rows =
        ROWS.stream()
            .map(
                row ->
                    List.of(
                        Text.of(row.condition), Text.of(row.verdict), Text.of(row.recommendation)))
            .toList();
    List<JsonView> views =
        ROWS.stream()
            .<JsonView>map(
                row ->
                    JsonView.members()
                        .put("condition", row.condition)
                        .put("verdict", row.verdict)
                        .put("recommendation", row.recommendation))
            .toList();
    Block intro =
        Block.Paragraph.of(
            "Every check of the rule base gives one finding. The first line whose condition holds"
                + " decides; a FAIL that is waived is left aside, but shown.");
    Block outro =
        Block.Paragraph.of("Tribune advises; the board decides. Both are recorded, never merged.");
    return new Report(
        List.of(intro, new Block.Table(columns, rows), outro),
        JsonView.members().put("rows", JsonView.elements(views)));
  }

  private record Row(String condition, String verdict, String recommendation) {}
}
