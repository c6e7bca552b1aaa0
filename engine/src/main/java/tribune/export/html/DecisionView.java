package tribune.export.html;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tribune.document.Json;
import tribune.document.Node;
import tribune.document.YamlWriter;
import tribune.export.AuditTables;
import tribune.export.ExportRow;
import tribune.rulebase.Check;
import tribune.trail.Body;
import tribune.trail.Payload;
import tribune.verdict.Finding;
import tribune.verdict.Ground;
import tribune.verdict.Outcome;
import tribune.verdict.Value;

/** One audit as the page shows it. What a template prints of it is named here. */
final class DecisionView {
  private static final int YAML_COLUMNS = 90;
  private static final int LIMIT_FACTS_BYTES = 32 * 1024;

  private final ExportRow row;
  private final Body.Audited audit;
  private final RuleBook book;

  DecisionView(ExportRow row, Body.Audited audit, RuleBook book) {
    this.row = row;
    this.audit = audit;
    this.book = book;
  }

  /** A finding with its reasons, or with what it lacks. */
  record FindingView(
      String check,
      String title,
      String severity,
      String outcome,
      String style,
      String rules,
      List<ReasonView> reasons,
      String missing,
      String question,
      String remedy) {}

  /** Why, and the values that it rests on. */
  record ReasonView(String reason, String values) {}

  /** A check that needs no more than its name. */
  record Named(String check, String title, String rules) {}

  String anchor() {
    return "record-" + row.seq();
  }

  String id() {
    return audit.decision().id() + "@" + audit.decision().revision();
  }

  String title() {
    String title = audit.decision().title();
    return title == null ? "" : title;
  }

  String kind() {
    return audit.decision().kind().name();
  }

  String verdict() {
    return audit.result().verdict().name();
  }

  String style() {
    return verdict().toLowerCase(Locale.ROOT);
  }

  String advice() {
    return audit.result().recommendation().advice();
  }

  String asOf() {
    return audit.result().asOf().toString();
  }

  String at() {
    return row.at().toString();
  }

  String day() {
    return at().substring(0, at().indexOf('T'));
  }

  /** What is proposed, in the words of those who submitted it; empty where facts are long. */
  String summary() {
    Payload facts = row.facts();
    return facts.bytes() <= LIMIT_FACTS_BYTES
            && facts.json() instanceof Json.Members all
            && all.values().get("decision") instanceof Json.Members decision
            && decision.values().get("summary") instanceof Json.Text summary
        ? summary.value()
        : "";
  }

  String actor() {
    String role = row.content().actor().role();
    return row.content().actor().name() + (role == null ? "" : " (" + role + ")");
  }

  String stakes() {
    String because = String.join("; ", audit.result().stakesBecause());
    String stakes = audit.result().stakes() == null ? "not known" : "" + audit.result().stakes();
    return because.isEmpty() ? stakes : stakes + ": " + because;
  }

  String counts() {
    return audit.result().counts().entrySet().stream()
        .filter(count -> count.getValue() > 0)
        .map(count -> count.getValue() + " " + count.getKey())
        .collect(Collectors.joining(", "));
  }

  String rules() {
    return book.name();
  }

  String rulesAnchor() {
    return book.anchor();
  }

  String rulesHash() {
    return book.sha256();
  }

  long seq() {
    return row.seq();
  }

  String leaf() {
    return row.leaf().hex();
  }

  String commitment() {
    return audit.facts().commitment().hex();
  }

  /** ERROR, FAIL and NEEDS_EVIDENCE, each with what there is to say. */
  List<FindingView> findings() {
    return List.of(Outcome.ERROR, Outcome.FAIL, Outcome.NEEDS_EVIDENCE).stream()
        .flatMap(outcome -> of(outcome).stream())
        .map(this::view)
        .toList();
  }

  List<Named> passed() {
    return named(Outcome.PASS);
  }

  List<Named> notApplicable() {
    return named(Outcome.NOT_APPLICABLE);
  }

  /** The facts as people write them; empty if they are long. */
  String facts() {
    Payload facts = row.facts();
    return facts.bytes() > LIMIT_FACTS_BYTES
        ? ""
        : YamlWriter.text(Node.of(facts.json()), YAML_COLUMNS);
  }

  private List<Finding> of(Outcome outcome) {
    return audit.result().findings().stream()
        .filter(finding -> finding.outcome() == outcome)
        .sorted(comparing(Finding::severity).thenComparing(Finding::check))
        .toList();
  }

  private List<Named> named(Outcome outcome) {
    return of(outcome).stream()
        .map(
            finding ->
                new Named(finding.check().text(), title(finding), book.anchor(finding.check())))
        .toList();
  }

  private FindingView view(Finding finding) {
    return new FindingView(
        finding.check().text(),
        title(finding),
        finding.severity().name(),
        finding.outcome().name(),
        finding.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        book.anchor(finding.check()),
        reasons(finding),
        String.join(", ", AuditTables.missing(finding)),
        book.check(finding.check()).map(Check::question).orElse(""),
        book.check(finding.check()).map(Check::remedy).orElse(""));
  }

  private String title(Finding finding) {
    return book.check(finding.check()).map(Check::title).orElse("");
  }

  private static List<ReasonView> reasons(Finding finding) {
    if (finding.outcome() == Outcome.ERROR) {
      return AuditTables.reasons(finding).stream().map(it -> new ReasonView(it, "")).toList();
    }
    return finding.grounds().shown().stream()
        .filter(ground -> !ground.reason().isEmpty())
        .map(ground -> new ReasonView(ground.reason(), values(ground)))
        .toList();
  }

  private static String values(Ground ground) {
    return ground.values().stream().map(DecisionView::value).collect(Collectors.joining(", "));
  }

  private static String value(Value value) {
    return value.name() + " = " + value.text();
  }
}
