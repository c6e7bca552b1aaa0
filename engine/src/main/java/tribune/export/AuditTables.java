package tribune.export;

import java.util.List;
import java.util.stream.Stream;
import tribune.export.ExportTable.Column;
import tribune.trail.Body;
import tribune.verdict.Finding;
import tribune.verdict.Ground;
import tribune.verdict.Outcome;
import tribune.verdict.Paths;

/**
 * The tables that spreadsheet formats share. All of it is taken from the records alone, so that
 * whoever has the records can make the tables again. The columns stand in {@code docs/exports.md}.
 */
public final class AuditTables {
  /** A row of {@link #DECISIONS}. */
  public record AuditRow(ExportRow row, Body.Audited audit) {}

  /** A row of {@link #FINDINGS}. */
  public record FindingRow(ExportRow row, Body.Audited audit, Finding finding) {}

  /** One row for each audit. */
  public static final ExportTable<AuditRow> DECISIONS =
      new ExportTable<>(
          "decisions",
          List.of(
              new Column<>("record", it -> Cell.of(it.row().seq())),
              new Column<>("audited_at", it -> Cell.of(it.row().at())),
              new Column<>("decision", it -> Cell.of(it.audit().decision().id())),
              new Column<>("revision", it -> Cell.of(it.audit().decision().revision())),
              new Column<>("title", it -> Cell.of(it.audit().decision().title())),
              new Column<>("kind", it -> Cell.of(it.audit().decision().kind().name())),
              new Column<>("verdict", it -> Cell.of(it.audit().result().verdict().name())),
              new Column<>(
                  "recommendation", it -> Cell.of(it.audit().result().recommendation().name())),
              new Column<>("stakes", AuditTables::stakes),
              new Column<>("stakes_because", it -> Cell.lines(it.audit().result().stakesBecause())),
              new Column<>("as_of", it -> Cell.of(it.audit().result().asOf())),
              count("passed", Outcome.PASS),
              count("failed", Outcome.FAIL),
              count("needs_evidence", Outcome.NEEDS_EVIDENCE),
              count("not_applicable", Outcome.NOT_APPLICABLE),
              count("errors", Outcome.ERROR),
              new Column<>("actor", it -> Cell.of(it.row().content().actor().name())),
              new Column<>("role", it -> Cell.of(it.row().content().actor().role())),
              new Column<>("host", it -> Cell.of(it.row().content().actor().host())),
              new Column<>("rules", it -> Cell.of(it.audit().ruleBase().name())),
              new Column<>("rules_version", it -> Cell.of(it.audit().ruleBase().version())),
              new Column<>("rules_sha256", it -> Cell.of(it.audit().ruleBase().sha256().hex())),
              new Column<>("tribune", it -> Cell.of(it.audit().engine().tribune())),
              new Column<>(
                  "facts_commitment", it -> Cell.of(it.audit().facts().commitment().hex())),
              new Column<>("leaf", it -> Cell.of(it.row().leaf().hex()))));

  /** One row for each finding. */
  public static final ExportTable<FindingRow> FINDINGS =
      new ExportTable<>(
          "findings",
          List.of(
              new Column<>("record", it -> Cell.of(it.row().seq())),
              new Column<>("audited_at", it -> Cell.of(it.row().at())),
              new Column<>("decision", it -> Cell.of(it.audit().decision().id())),
              new Column<>("revision", it -> Cell.of(it.audit().decision().revision())),
              new Column<>("check", it -> Cell.of(it.finding().check().text())),
              new Column<>("outcome", it -> Cell.of(it.finding().outcome().name())),
              new Column<>("severity", it -> Cell.of(it.finding().severity().name())),
              new Column<>("reasons", it -> Cell.lines(reasons(it.finding()))),
              new Column<>("missing", it -> Cell.lines(missing(it.finding()))),
              new Column<>("rules", it -> Cell.lines(grounds(it).map(Ground::rule).toList())),
              new Column<>("values", it -> Cell.lines(values(it))),
              new Column<>("facts", it -> Cell.lines(facts(it))),
              new Column<>("omitted", it -> Cell.of(it.finding().grounds().omitted()))));

  private AuditTables() {}

  /** The rows of a record in {@link #DECISIONS}: one if it is an audit, or none. */
  public static Stream<AuditRow> decisions(ExportRow row) {
    return row.audited().map(audit -> new AuditRow(row, audit)).stream();
  }

  /** The rows of a record in {@link #FINDINGS}, in the order of the checks. */
  public static Stream<FindingRow> findings(ExportRow row) {
    return row.audited().stream()
        .flatMap(
            audit ->
                audit.result().findings().stream()
                    .map(finding -> new FindingRow(row, audit, finding)));
  }

  /** Why it came out so, in plain words; of an ERROR its cause. */
  public static List<String> reasons(Finding finding) {
    return finding.outcome() == Outcome.ERROR
        ? finding.fold(
            pass -> List.of(),
            fail -> List.of(),
            needs -> List.of(),
            notApplicable -> List.of(),
            fault -> List.of(fault.cause()))
        : finding.grounds().shown().stream()
            .map(Ground::reason)
            .filter(reason -> !reason.isEmpty())
            .toList();
  }

  /** The facts that are missing; how many are left out stands at the end. */
  public static List<String> missing(Finding finding) {
    return finding.fold(
        pass -> List.of(),
        fail -> List.of(),
        needs -> paths(needs.missing()),
        notApplicable -> List.of(),
        fault -> List.of());
  }

  private static List<String> paths(Paths paths) {
    return paths.omitted() == 0
        ? paths.shown()
        : Stream.concat(paths.shown().stream(), Stream.of("and " + paths.omitted() + " more"))
            .toList();
  }

  private static Column<AuditRow> count(String name, Outcome outcome) {
    return new Column<>(
        name, it -> Cell.of(it.audit().result().counts().getOrDefault(outcome, 0).longValue()));
  }

  private static Cell stakes(AuditRow of) {
    var stakes = of.audit().result().stakes();
    return stakes == null ? Cell.NONE : Cell.of(stakes.name());
  }

  private static Stream<Ground> grounds(FindingRow of) {
    return of.finding().grounds().shown().stream();
  }

  private static List<String> values(FindingRow of) {
    return grounds(of)
        .flatMap(ground -> ground.values().stream())
        .map(value -> value.name() + " = " + value.text() + " (" + value.from() + ")")
        .distinct()
        .toList();
  }

  private static List<String> facts(FindingRow of) {
    return grounds(of).flatMap(ground -> paths(ground.facts()).stream()).distinct().toList();
  }
}
