package tribune.shell.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tribune.rulebase.Catalogue;
import tribune.rulebase.Check;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Column;
import tribune.shell.render.JsonView;
import tribune.shell.render.Text;
import tribune.shell.render.Tone;
import tribune.trail.AuditResult;
import tribune.trail.DecisionRef;
import tribune.verdict.Finding;
import tribune.verdict.Ground;
import tribune.verdict.Outcome;
import tribune.verdict.Value;

/**
 * What an audit came to, for a board: FAILs by severity with their values and what would make them
 * pass, then what is missing, then counts. The verdict follows as the last line.
 */
final class FindingsReport {
  private static final Comparator<Finding> HEAVIEST_FIRST =
      Comparator.comparing(Finding::severity).thenComparing(Finding::check);
  private static final List<Column> COLUMNS =
      List.of(
          Column.words("outcome"),
          Column.words("severity"),
          Column.words("check"),
          Column.words("why"));

  private final DecisionRef decision;
  private final AuditResult result;
  private final Optional<Catalogue> catalogue;

  /**
   * @param catalogue of the rule base that the result came from, if it can still be read
   */
  FindingsReport(DecisionRef decision, AuditResult result, Optional<Catalogue> catalogue) {
    this.decision = decision;
    this.result = result;
    this.catalogue = catalogue;
  }

  /** The part that every reader needs. */
  List<Block> brief() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(heading());
    blocks.add(circumstances());
    table(List.of(Outcome.ERROR, Outcome.FAIL, Outcome.NEEDS_EVIDENCE)).ifPresent(blocks::add);
    return blocks;
  }

  /** The part for those who want to see what was found in order. */
  Optional<Block> rest() {
    return table(List.of(Outcome.PASS, Outcome.NOT_APPLICABLE));
  }

  /** How many findings there are of each outcome. */
  Block counts() {
    Map<Outcome, Integer> counts = result.counts();
    String text =
        counts.entrySet().stream()
            .filter(count -> count.getValue() > 0)
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", "));
    return Block.Paragraph.of(result.findings().size() + " checks: " + text);
  }

  Block verdict() {
    return Block.Conclusion.of(
        result.verdict().name(),
        Tones.of(result.verdict()),
        result.recommendation().advice() + " (" + name() + ")");
  }

  /** The decision and the result, with the members that a record has. */
  JsonView.Members view() {
    JsonView.Members about =
        JsonView.members()
            .put("id", decision.id())
            .put("revision", decision.revision())
            .put("kind", decision.kind().name())
            .putIfKnown("title", Optional.ofNullable(decision.title()));
    JsonView.Members view = JsonView.members().put("decision", about);
    for (var member : result.toJson().values().entrySet()) {
      view = view.put(member.getKey(), JsonView.of(member.getValue()));
    }
    return view;
  }

  /** The decision and its revision, as commands take it. */
  private String name() {
    return decision.id() + "@" + decision.revision();
  }

  private Block heading() {
    Text name = Text.of(name(), Tone.NAME);
    String title = decision.title();
    return new Block.Heading(title == null ? name : name.and("  ").and(title));
  }

  private Block circumstances() {
    StringBuilder text = new StringBuilder(decision.kind().name());
    text.append(", as of ").append(result.asOf());
    if (result.stakes() != null) {
      text.append(", stakes ").append(result.stakes());
    }
    if (!result.stakesBecause().isEmpty()) {
      text.append(" (").append(String.join("; ", result.stakesBecause())).append(")");
    }
    return Block.Paragraph.of(text.toString());
  }

  private Optional<Block> table(List<Outcome> outcomes) {
    List<List<Text>> rows = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      result.findings().stream()
          .filter(finding -> finding.outcome() == outcome)
          .sorted(HEAVIEST_FIRST)
          .forEach(finding -> rows(finding, rows));
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(new Block.Table(COLUMNS, 3, rows));
  }

  /** A row for each thing that is said, so that plain output has all of it in every line. */
  private void rows(Finding finding, List<List<Text>> rows) {
    Optional<Check> check = catalogue.flatMap(known -> known.check(finding.check()));
    List<Text> lines = new ArrayList<>();
    check.ifPresent(known -> lines.add(Text.of(known.title(), Tone.STRONG)));
    said(finding, check).forEach(line -> lines.add(Text.of(line)));
    if (lines.isEmpty()) {
      lines.add(Text.NONE);
    }
    for (Text line : lines) {
      rows.add(
          List.of(
              Text.of(finding.outcome().name(), Tones.of(finding.outcome())),
              Text.of(finding.severity().name()),
              Text.of(finding.check().text(), Tone.NAME),
              line));
    }
  }

  private static List<String> said(Finding finding, Optional<Check> check) {
    return finding.fold(
        pass -> List.of(),
        fail -> reasons(fail, check),
        needs -> questions(needs, check),
        notApplicable -> List.of(),
        fault -> List.of(fault.cause()));
  }

  private static List<String> reasons(Finding.Fail fail, Optional<Check> check) {
    List<String> lines = new ArrayList<>();
    fail.grounds().shown().forEach(ground -> lines.add(reason(ground)));
    if (fail.grounds().omitted() > 0) {
      lines.add("and " + fail.grounds().omitted() + " more reasons");
    }
    check.ifPresent(known -> lines.add("to pass: " + known.remedy()));
    return lines;
  }

  private static String reason(Ground ground) {
    String values =
        ground.values().stream().map(FindingsReport::value).collect(Collectors.joining(", "));
    return values.isEmpty() ? ground.reason() : ground.reason() + " (" + values + ")";
  }

  static String value(Value value) {
    return value.name() + " = " + value.text();
  }

  private static List<String> questions(Finding.NeedsEvidence needs, Optional<Check> check) {
    List<String> lines = new ArrayList<>();
    check.ifPresent(known -> lines.add(known.question()));
    lines.add("state: " + String.join(", ", needs.missing()));
    return lines;
  }
}
