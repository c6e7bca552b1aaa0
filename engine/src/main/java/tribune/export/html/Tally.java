package tribune.export.html;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tribune.document.Json;
import tribune.export.ExportRow;
import tribune.trail.Body;
import tribune.verdict.Finding;
import tribune.verdict.Outcome;

/** What the charts count, audit by audit. */
final class Tally {
  private static final List<Chart.Part> VERDICTS =
      List.of(
          new Chart.Part("FAIL", "fail"),
          new Chart.Part("INCOMPLETE", "incomplete"),
          new Chart.Part("PASS", "pass"),
          new Chart.Part("ERROR", "error"));
  private static final List<Chart.Part> OUTCOMES =
      List.of(
          new Chart.Part("FAIL", "fail"),
          new Chart.Part("NEEDS_EVIDENCE", "incomplete"),
          new Chart.Part("PASS", "pass"),
          new Chart.Part("ERROR", "error"));

  private final Chart.Counts years = new Chart.Counts();
  private final Chart.Counts principles = new Chart.Counts();
  private final Chart.Counts departments = new Chart.Counts();

  void add(ExportRow row, Body.Audited audit, RuleBook book) {
    String verdict = audit.result().verdict().name();
    years.add(Integer.toString(audit.result().asOf().getYear()), verdict);
    for (Finding finding : audit.result().findings()) {
      if (finding.outcome() != Outcome.NOT_APPLICABLE) {
        principles.add(book.principle(finding.check()), finding.outcome().name());
      }
    }
    for (String department : departments(row)) {
      departments.add(department, verdict);
    }
  }

  /** The departments that a proposal names, read as it was stored, whatever its form is called. */
  private static Set<String> departments(ExportRow row) {
    Set<String> names = new LinkedHashSet<>();
    if (row.facts().json() instanceof Json.Members facts
        && facts.values().get("departments") instanceof Json.Elements departments) {
      for (Json department : departments.values()) {
        if (department instanceof Json.Members members
            && members.values().get("name") instanceof Json.Text name) {
          names.add(name.value());
        }
      }
    }
    return names;
  }

  List<Chart> charts() {
    return List.of(
        years.inOrder("chart-years", "Verdicts by the year a decision was judged as of", VERDICTS),
        principles.longestFirst(
            "chart-principles", "Findings by principle, where a check applies", OUTCOMES),
        departments.longestFirst(
            "chart-departments", "Verdicts by department that is touched", VERDICTS));
  }
}
