package tribune.trail;

import tribune.document.Json;
import tribune.verdict.Verdict;

/** What was tried before a rule base went live, as it stands in a record. */
final class RehearsalJson {
  private RehearsalJson() {}

  static JsonObject write(Rehearsal rehearsal) {
    JsonObject backtest =
        new JsonObject()
            .with("records", rehearsal.records())
            .with("audits", rehearsal.audits())
            .with("notRerun", rehearsal.notRerun())
            .withSome("flips", rehearsal.flips(), RehearsalJson::flips);
    return new JsonObject()
        .with("warnings", rehearsal.warnings())
        .with("cases", rehearsal.cases())
        .with("backtest", backtest);
  }

  static Rehearsal read(Fields fields) {
    long warnings = fields.whole("warnings");
    long cases = fields.whole("cases");
    return fields.object(
        "backtest",
        backtest ->
            new Rehearsal(
                warnings,
                cases,
                backtest.whole("records"),
                backtest.whole("audits"),
                backtest.whole("notRerun"),
                backtest.objectsIfStated("flips", RehearsalJson::flips)));
  }

  private static Json flips(Rehearsal.Flips flips) {
    return new JsonObject()
        .with("from", flips.from().name())
        .with("to", flips.to().name())
        .with("count", flips.count())
        .done();
  }

  private static Rehearsal.Flips flips(Fields fields) {
    return new Rehearsal.Flips(
        fields.constant("from", Verdict.class),
        fields.constant("to", Verdict.class),
        fields.whole("count"));
  }
}
