package tribune.shell.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tribune.rulebase.Catalogue;
import tribune.rulebase.Check;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Column;
import tribune.shell.render.Block.Field;
import tribune.shell.render.JsonView;
import tribune.shell.render.Text;
import tribune.shell.render.Tone;
import tribune.trail.AuditResult;
import tribune.trail.DecisionRef;
import tribune.verdict.Finding;
import tribune.verdict.Ground;
import tribune.verdict.Grounds;
import tribune.verdict.Outcome;
import tribune.verdict.Severity;
import tribune.verdict.Value;

/**
 * What an audit came to, for a board: FAILs by severity with their values and what would make them
 * pass, then a line for each check that lacks facts, then counts. What weighs most and the verdict
 * are the last lines, where a reader of a terminal looks first.
 */
final class FindingsReport {
  private static final Comparator<Finding> HEAVIEST_FIRST =
      Comparator.comparing(Finding::severity).thenComparing(Finding::check);

  /** In the order in which findings decide the verdict. */
  private static final Comparator<Finding> WEIGHTIEST_FIRST =
      Comparator.comparing(FindingsReport::rank).thenComparing(HEAVIEST_FIRST);

  private static final List<Column> COLUMNS =
      List.of(
          Column.words("outcome"),
          Column.words("severity"),
          Column.words("check"),
          Column.words("title"));
  private static final int WEIGHTIEST = 3;
  private static final int WIDEST_SEVERITY =
      Stream.of(Severity.values()).mapToInt(it -> it.name().length()).max().orElse(0);

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
    of(Outcome.ERROR, Outcome.FAIL).forEach(finding -> blocks.addAll(page(finding)));
    List<Field> lacking =
        of(Outcome.NEEDS_EVIDENCE).map(it -> Field.of(label(it), inShort(it))).toList();
    if (!lacking.isEmpty()) {
      blocks.add(
          new Block.Heading(
              Text.of(Outcome.NEEDS_EVIDENCE.name(), Tones.of(Outcome.NEEDS_EVIDENCE))
                  .and("  facts to state")));
      blocks.add(new Block.Fields(lacking));
    }
    return blocks;
  }

  /** The part for those who want to see what was found in order. */
  Optional<Block> rest() {
    List<List<Text>> rows = of(Outcome.PASS, Outcome.NOT_APPLICABLE).map(this::row).toList();
    return rows.isEmpty() ? Optional.empty() : Optional.of(new Block.Table(COLUMNS, rows));
  }

  /** How many findings there are of each outcome, and what else is known of the whole. */
  List<Block> summary(List<Field> more) {
    String counts =
        result.counts().entrySet().stream()
            .filter(count -> count.getValue() > 0)
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", "));
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of("checks", result.findings().size() + ": " + counts));
    fields.addAll(more);
    return List.of(Block.Heading.of("Summary"), new Block.Fields(fields));
  }

  /** Where there are many: the three findings that come first in deciding the verdict. */
  List<Block> weightiest() {
    List<Finding> found = of(Outcome.ERROR, Outcome.FAIL, Outcome.NEEDS_EVIDENCE).toList();
    if (found.size() <= WEIGHTIEST) {
      return List.of();
    }
    List<Field> fields =
        found.stream()
            .sorted(WEIGHTIEST_FIRST)
            .limit(WEIGHTIEST)
            .map(finding -> Field.of(label(finding), inShort(finding)))
            .toList();
    return List.of(Block.Heading.of("What weighs most"), new Block.Fields(fields));
  }

  Block verdict() {
    return Block.Conclusion.of(
        result.verdict().name(),
        Tones.of(result.verdict()),
        result.recommendation().advice() + " (" + name() + ")");
  }

  /** The decision and what was recommended, with the members that a record has. */
  JsonView.Members verdictView() {
    return JsonView.members()
        .put("decision", decisionView())
        .put("verdict", result.verdict().name())
        .put("recommendation", result.recommendation().name());
  }

  /** The decision and the whole result, with the members that a record has. */
  JsonView.Members view() {
    JsonView.Members view = JsonView.members().put("decision", decisionView());
    for (var member : result.toJson().values().entrySet()) {
      view = view.put(member.getKey(), JsonView.of(member.getValue()));
    }
    return view;
  }

  /** The decision and its revision, as commands take it. */
  String name() {
    return decision.id() + "@" + decision.revision();
  }

  private JsonView decisionView() {
    return JsonView.members()
        .put("id", decision.id())
        .put("revision", decision.revision())
        .put("kind", decision.kind().name())
        .putIfKnown("title", Optional.ofNullable(decision.title()));
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

  /** Findings of these outcomes in turn, the heaviest of each first. */
  private Stream<Finding> of(Outcome... outcomes) {
    return Arrays.stream(outcomes)
        .flatMap(
            outcome ->
                result.findings().stream()
                    .filter(finding -> finding.outcome() == outcome)
                    .sorted(HEAVIEST_FIRST));
  }

  private List<Text> row(Finding finding) {
    return List.of(
        Text.of(finding.outcome().name(), Tones.of(finding.outcome())),
        Text.of(finding.severity().name()),
        Text.of(finding.check().text(), Tone.NAME),
        Text.of(check(finding).map(Check::title).orElse("")));
  }

  private static int rank(Finding finding) {
    if (finding.outcome() == Outcome.ERROR) {
      return 0;
    }
    if (finding.severity().compareTo(Severity.MAJOR) > 0) {
      return 3;
    }
    return finding.outcome() == Outcome.FAIL ? 1 : 2;
  }

  private static Text label(Finding finding) {
    String padding = " ".repeat(WIDEST_SEVERITY - finding.severity().name().length());
    return Text.of(finding.severity() + padding + "  ").and(finding.check().text(), Tone.NAME);
  }

  private String inShort(Finding finding) {
    return finding.fold(
        pass -> "",
        fail -> fail.grounds().shown().stream().map(Ground::reason).findFirst().orElse(""),
        this::lacks,
        notApplicable -> "",
        Finding.Fault::cause);
  }

  private String lacks(Finding.NeedsEvidence needs) {
    String state = "state " + needs.missing();
    return check(needs).map(it -> it.title() + ": " + state).orElse(state);
  }

  private List<Block> page(Finding finding) {
    Optional<Check> check = check(finding);
    Text headline =
        Text.of(finding.outcome().name(), Tones.of(finding.outcome()))
            .and("  " + finding.severity() + "  ")
            .and(finding.check().text(), Tone.NAME)
            .and(check.map(it -> "  " + it.title()).orElse(""));
    List<Field> fields =
        finding.fold(
            pass -> List.of(),
            fail -> reasons(fail, check),
            needs -> List.of(),
            notApplicable -> List.of(),
            fault -> List.of(Field.of("cause", fault.cause())));
    return List.of(new Block.Heading(headline), new Block.Fields(fields));
  }

  private Optional<Check> check(Finding finding) {
    return catalogue.flatMap(known -> known.check(finding.check()));
  }

  private static List<Field> reasons(Finding.Fail fail, Optional<Check> check) {
    List<Field> fields = new ArrayList<>();
    fail.grounds().shown().forEach(ground -> fields.add(Field.of("because", reason(ground))));
    omitted(fail.grounds()).ifPresent(says -> fields.add(Field.of("because", says)));
    check.ifPresent(known -> fields.add(Field.of("to pass", known.remedy())));
    return fields;
  }

  /** What is said of the grounds that a record leaves out. */
  static Optional<String> omitted(Grounds grounds) {
    return grounds.omitted() == 0
        ? Optional.empty()
        : Optional.of("and " + grounds.omitted() + " more like these, which are not recorded");
  }

  private static String reason(Ground ground) {
    String values =
        ground.values().stream().map(FindingsReport::value).collect(Collectors.joining(", "));
    return values.isEmpty() ? ground.reason() : ground.reason() + " (" + values + ")";
  }

  static String value(Value value) {
    return value.name() + " = " + value.text();
  }
}
