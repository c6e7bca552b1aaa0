package tribune.trail;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import tribune.decision.Level;
import tribune.document.CanonicalJson;
import tribune.document.Json;
import tribune.verdict.Outcome;
import tribune.verdict.Recommendation;
import tribune.verdict.Verdict;

/** The result of an audit as it stands in a record. */
final class ResultJson {
  private static final Map<Outcome, String> COUNTS =
      Map.of(
          Outcome.PASS, "pass",
          Outcome.FAIL, "fail",
          Outcome.NEEDS_EVIDENCE, "needsEvidence",
          Outcome.NOT_APPLICABLE, "notApplicable",
          Outcome.ERROR, "error");

  private ResultJson() {}

  static Json.Members write(AuditResult result) {
    JsonObject counts = new JsonObject();
    result.counts().forEach((outcome, count) -> counts.with(countOf(outcome), count));
    return new JsonObject()
        .with("verdict", result.verdict().name())
        .with("recommendation", result.recommendation().name())
        .with("stakes", result.stakes() == null ? null : result.stakes().name())
        .withSome("stakesBecause", result.stakesBecause(), CanonicalJson::text)
        .with("asOf", result.asOf().toString())
        .with("counts", counts)
        .with("findings", result.findings(), FindingJson::write)
        .done();
  }

  static AuditResult read(Fields fields) {
    AuditResult result =
        new AuditResult(
            fields.constant("recommendation", Recommendation.class),
            fields.constantIfStated("stakes", Level.class),
            fields.textsIfStated("stakesBecause"),
            date(fields, "asOf"),
            fields.objects("findings", FindingJson::read));
    requireSame(fields, "verdict", fields.constant("verdict", Verdict.class), result.verdict());
    fields.object("counts", counts -> requireCounts(counts, result));
    return result;
  }

  private static AuditResult requireCounts(Fields fields, AuditResult result) {
    result
        .counts()
        .forEach(
            (outcome, count) ->
                requireSame(fields, countOf(outcome), fields.number(countOf(outcome)), count));
    return result;
  }

  private static void requireSame(Fields fields, String name, Object found, Object expected) {
    if (!found.equals(expected)) {
      throw fields.fault(name, "found " + found + ", but the rest says " + expected);
    }
  }

  private static LocalDate date(Fields fields, String name) {
    String text = fields.text(name);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw fields.fault(name, "found '" + text + "', expected a date such as 2025-03-11");
    }
  }

  private static String countOf(Outcome outcome) {
    String name = COUNTS.get(outcome);
    if (name == null) {
      throw new AssertionError("no name for the count of " + outcome);
    }
    return name;
  }
}
