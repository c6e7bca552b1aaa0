package tribune.shell.command;

import java.util.List;
import java.util.Optional;
import tribune.rulebase.Foundations;
import tribune.rulebase.RuleText;
import tribune.rulebase.ThresholdTable;
import tribune.rulebase.WaiverTable;
import tribune.rulebase.page.AskedFact;
import tribune.rulebase.page.CheckPage;
import tribune.rulebase.page.Example;
import tribune.rulebase.page.PrinciplePage;
import tribune.schema.RecordWriter;
import tribune.shell.render.JsonView;

/** The pages of checks and principles, for programs. */
final class PageViews {
  private PageViews() {}

  static JsonView of(PrinciplePage page) {
    return JsonView.of(RecordWriter.json(page.principle()));
  }

  static JsonView of(CheckPage page) {
    JsonView.Members view =
        JsonView.members()
            .put("principle", page.principle().id())
            .put("check", JsonView.of(RecordWriter.json(page.check())))
            .put("facts", elements(page.facts().stream().map(PageViews::of).toList()))
            .put("thresholds", elements(page.thresholds().stream().map(PageViews::of).toList()))
            .put("refused", elements(page.refused().stream().map(PageViews::of).toList()))
            .put("derived", elements(page.derived().stream().map(PageViews::of).toList()));
    view = put(view, "fails", page.fails());
    view = put(view, "passes", page.passes());
    return view.put("rules", JsonView.texts(page.rules().stream().map(RuleText::text).toList()));
  }

  private static JsonView elements(List<JsonView> views) {
    return JsonView.elements(views);
  }

  private static JsonView of(AskedFact fact) {
    return JsonView.members()
        .put("path", fact.path())
        .put("question", fact.question())
        .put("write", fact.written())
        .putIfKnown("optional", fact.optional());
  }

  private static JsonView of(ThresholdTable.Entry threshold) {
    return JsonView.of(RecordWriter.json(threshold));
  }

  private static JsonView of(WaiverTable.Refused refused) {
    return JsonView.of(RecordWriter.json(refused));
  }

  private static JsonView of(Foundations.Derived derived) {
    return JsonView.members().put("type", derived.type()).put("meaning", derived.meaning());
  }

  private static JsonView.Members put(
      JsonView.Members view, String name, Optional<Example> example) {
    return example.map(it -> view.put(name, of(it))).orElse(view);
  }

  private static JsonView of(Example example) {
    return JsonView.members()
        .put("name", example.name())
        .put("proposal", example.proposal())
        .put("asOf", example.asOf().toString())
        .put("outcome", example.outcome().name())
        .putIfKnown("reason", example.reason())
        .put("values", JsonView.texts(example.values()))
        .put("missing", JsonView.texts(example.missing()));
  }
}
