package tribune.export.oscal;

import java.io.IOException;
import java.util.List;
import tribune.export.AuditTables;
import tribune.proof.Hash;
import tribune.verdict.Finding;
import tribune.verdict.Outcome;

/**
 * The findings of one audit. Each has an observation, which says the outcome as it is. PASS is a
 * finding whose objective is satisfied; FAIL, NEEDS_EVIDENCE and ERROR are ones whose objective is
 * not, since in neither case anybody has shown that the check is met. NOT_APPLICABLE is an
 * observation alone: nothing is said of the objective. Used by one thread.
 */
final class FindingParts {
  private final JsonOut json;
  private final Hash leaf;
  private final String at;

  /**
   * @param leaf of the record
   * @param at when it was recorded
   */
  FindingParts(JsonOut json, Hash leaf, String at) {
    this.json = json;
    this.leaf = leaf;
    this.at = at;
  }

  private String uuid(String kind, Finding finding) {
    return OscalNames.uuid(kind, leaf.hex(), finding.check().text());
  }

  void observations(List<Finding> findings) throws IOException {
    json.name("observations").open('[');
    for (Finding finding : findings) {
      json.line().open('{').member("uuid", uuid("observation", finding));
      describe(finding);
      json.name("methods").open('[').value("TEST").close(']');
      json.name("types").open('[').value("control-objective").close(']');
      json.member("collected", at).close('}');
    }
    json.close(']');
  }

  void findings(List<Finding> all) throws IOException {
    List<Finding> telling =
        all.stream().filter(it -> it.outcome() != Outcome.NOT_APPLICABLE).toList();
    if (telling.isEmpty()) {
      return;
    }
    json.name("findings").open('[');
    for (Finding finding : telling) {
      json.line().open('{').member("uuid", uuid("finding", finding));
      describe(finding);
      target(finding);
      json.name("related-observations").open('[').open('{');
      json.member("observation-uuid", uuid("observation", finding)).close('}').close(']');
      json.close('}');
    }
    json.close(']');
  }

  private void describe(Finding finding) throws IOException {
    List<String> reasons = AuditTables.reasons(finding);
    List<String> missing = AuditTables.missing(finding);
    json.member("title", finding.check().text() + " " + finding.outcome());
    json.member("description", description(reasons, missing));
    json.name("props").open('[').property("outcome", finding.outcome().name());
    json.property("severity", finding.severity().name());
    for (String reason : reasons) {
      json.property("reason", reason);
    }
    for (String fact : missing) {
      json.property("missing", fact);
    }
    if (finding.grounds().omitted() > 0) {
      json.property("omitted", Long.toString(finding.grounds().omitted()));
    }
    json.close(']');
  }

  private static String description(List<String> reasons, List<String> missing) {
    StringBuilder text = new StringBuilder();
    reasons.forEach(reason -> text.append(OscalMarkup.of(reason)).append("\n\n"));
    if (!missing.isEmpty()) {
      text.append("Missing: ").append(OscalMarkup.of(String.join(", ", missing)));
    }
    String stripped = text.toString().strip();
    return stripped.isEmpty() ? "No reason is recorded." : stripped;
  }

  private void target(Finding finding) throws IOException {
    json.name("target").open('{').member("type", "objective-id");
    json.member("target-id", OscalNames.objective(finding.check().text()));
    json.name("status").open('{');
    json.member("state", finding.outcome() == Outcome.PASS ? "satisfied" : "not-satisfied");
    json.member(
        "reason",
        switch (finding.outcome()) {
          case PASS -> "pass";
          case FAIL -> "fail";
          case NEEDS_EVIDENCE, ERROR, NOT_APPLICABLE -> "other";
        });
    json.close('}').close('}');
  }
}
