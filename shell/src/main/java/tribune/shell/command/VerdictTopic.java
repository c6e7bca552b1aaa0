package tribune.shell.command;

import java.util.Arrays;
import java.util.List;
import tribune.shell.line.HelpTopic;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Column;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.render.Text;
import tribune.verdict.Recommendation;

/** {@code help verdict}: how findings become a verdict, as the engine's own table has it. */
final class VerdictTopic {
  private VerdictTopic() {}

  static HelpTopic topic() {
    return new HelpTopic("verdict", "How findings become a verdict.", VerdictTopic::report);
  }

  private static Report report() {
    List<Recommendation> table = Arrays.asList(Recommendation.values());
    List<Column> columns =
        List.of(Column.words("condition"), Column.words("verdict"), Column.words("recommendation"));
    List<List<Text>> rows =
        table.stream()
            .map(
                row ->
                    List.of(
                        Text.of(row.condition()),
                        Text.of(row.verdict().name()),
                        Text.of(row.advice())))
            .toList();
    List<JsonView> views =
        table.stream()
            .<JsonView>map(
                row ->
                    JsonView.members()
                        .put("condition", row.condition())
                        .put("verdict", row.verdict().name())
                        .put("recommendation", row.advice()))
            .toList();
    Block intro =
        Block.Paragraph.of(
            "Every check of the rule base gives one finding. The first line whose condition holds"
                + " decides.");
    Block outro =
        Block.Paragraph.of("Tribune advises; the board decides. Both are recorded, never merged.");
    return new Report(
        List.of(intro, new Block.Table(columns, rows), outro),
        JsonView.members().put("rows", JsonView.elements(views)));
  }
}
