package tribune.shell.command;

import java.util.List;
import tribune.rulebase.Catalogue;
import tribune.rulebase.Check;
import tribune.rulebase.WaiverTable;
import tribune.shell.render.JsonView;

/** The reasons that a waiver of a check may never use. */
final class RefusedReasons {
  private RefusedReasons() {}

  static List<WaiverTable.Refused> of(Check check, Catalogue catalogue) {
    return catalogue.refusedReasons().stream()
        .filter(it -> it.concerns(check.checkId()))
        .toList();
  }

  static JsonView view(Check check, Catalogue catalogue) {
    return JsonView.elements(
        of(check, catalogue).stream()
            .map(
                it ->
                    JsonView.members()
                        .put("id", it.id())
                        .put("reason", it.reason())
                        .put("answer", it.answer()))
            .toList());
  }
}
