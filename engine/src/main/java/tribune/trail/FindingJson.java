package tribune.trail;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tribune.document.CanonicalJson;
import tribune.document.Json;
import tribune.verdict.CheckId;
import tribune.verdict.Finding;
import tribune.verdict.Ground;
import tribune.verdict.Grounds;
import tribune.verdict.Outcome;
import tribune.verdict.Paths;
import tribune.verdict.Severity;
import tribune.verdict.Value;

/**
 * Findings as they stand in a record: {@code check}, {@code outcome}, {@code severity}, and, where
 * there is something to say, {@code missing}, {@code cause}, {@code grounds} and {@code omitted}.
 * Lists that are cut have the number of what is left out beside them: {@code missingOmitted},
 * {@code factsOmitted}.
 */
final class FindingJson {
  private static final String OMITTED = "Omitted";

  private FindingJson() {}

  /** A finding and how long it is in canonical JSON. */
  record Sized(Finding finding, int bytes) {}

  static Optional<Sized> largest(List<Finding> findings) {
    return findings.stream()
        .map(finding -> new Sized(finding, CanonicalJson.write(write(finding)).length))
        .max(Comparator.comparingInt(Sized::bytes));
  }

  static Json write(Finding finding) {
    JsonObject object =
        new JsonObject()
            .with("check", finding.check().text())
            .with("outcome", finding.outcome().name())
            .with("severity", finding.severity().name());
    return finding
        .fold(
            pass -> grounds(object, pass.grounds()),
            fail -> grounds(object, fail.grounds()),
            needs -> paths(grounds(object, needs.grounds()), "missing", needs.missing()),
            notApplicable -> object,
            fault -> object.with("cause", fault.cause()))
        .done();
  }

  static Finding read(Fields fields) {
    CheckId check = new CheckId(fields.text("check"));
    Severity severity = fields.constant("severity", Severity.class);
    Outcome outcome = fields.constant("outcome", Outcome.class);
    return switch (outcome) {
      case PASS -> new Finding.Pass(check, severity, grounds(fields));
      case FAIL -> new Finding.Fail(check, severity, grounds(fields));
      case NEEDS_EVIDENCE ->
          new Finding.NeedsEvidence(check, severity, paths(fields, "missing"), grounds(fields));
      case NOT_APPLICABLE -> new Finding.NotApplicable(check, severity);
      case ERROR -> new Finding.Fault(check, severity, fields.text("cause"));
    };
  }

  private static JsonObject grounds(JsonObject object, Grounds grounds) {
    object.withSome("grounds", grounds.shown(), FindingJson::ground);
    return grounds.omitted() == 0 ? object : object.with("omitted", grounds.omitted());
  }

  private static Json ground(Ground ground) {
    JsonObject object =
        new JsonObject()
            .with("rule", ground.rule())
            .with("reason", ground.reason().isEmpty() ? null : ground.reason())
            .with("values", ground.values(), FindingJson::value);
    return paths(object, "facts", ground.facts()).done();
  }

  /** Paths, and beside them how many more there are. */
  private static JsonObject paths(JsonObject object, String name, Paths paths) {
    object.with(name, paths.shown(), CanonicalJson::text);
    return paths.omitted() == 0 ? object : object.with(name + OMITTED, paths.omitted());
  }

  private static Paths paths(Fields fields, String name) {
    long omitted = fields.wholeIfStated(name + OMITTED).orElse(0L);
    return new Paths(fields.texts(name), Math.toIntExact(omitted));
  }

  private static Json value(Value value) {
    return new JsonObject()
        .with("name", value.name())
        .with("value", value.text())
        .with("from", value.from())
        .done();
  }

  private static Grounds grounds(Fields fields) {
    List<Ground> shown = fields.objectsIfStated("grounds", FindingJson::ground);
    long omitted = fields.wholeIfStated("omitted").orElse(0L);
    if (shown.isEmpty() && omitted == 0) {
      return Grounds.NONE;
    }
    return new Grounds(shown, Math.toIntExact(omitted));
  }

  private static Ground ground(Fields fields) {
    @Nullable String reason = fields.textIfStated("reason");
    return new Ground(
        fields.text("rule"),
        reason == null ? "" : reason,
        fields.objects("values", FindingJson::value),
        paths(fields, "facts"));
  }

  private static Value value(Fields fields) {
    return new Value(fields.text("name"), fields.text("value"), fields.text("from"));
  }
}
