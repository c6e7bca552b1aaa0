package tribune.shell.command;

import java.util.List;
import tribune.document.Json;
import tribune.rulebase.confinement.AllowList;
import tribune.shell.line.HelpTopic;
import tribune.shell.render.Block;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;

/** {@code help allowed}: what rules may touch, from the very list that they are held against. */
final class AllowedTopic {
  private AllowedTopic() {}

  static HelpTopic topic() {
    return new HelpTopic("allowed", "What rules may touch.", AllowedTopic::report);
  }

  private static Report report() {
    List<String> lines = AllowList.shipped().text().lines().toList();
    List<JsonView> views =
        lines.stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .<JsonView>map(line -> JsonView.of(new Json.Text(line)))
            .toList();
    return new Report(
        List.of(new Block.Verbatim(lines)),
        JsonView.members().put("allowed", JsonView.elements(views)));
  }
}
