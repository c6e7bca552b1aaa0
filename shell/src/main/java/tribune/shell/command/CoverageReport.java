package tribune.shell.command;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tribune.document.Diagnostic;
import tribune.rulebase.cases.Coverage;
import tribune.rulebase.cases.Coverage.Owner;
import tribune.rulebase.cases.Coverage.Side;
import tribune.rulebase.cases.Coverage.Tally;
import tribune.rulebase.cases.Coverage.Watched;
import tribune.rulebase.cases.FailClosed;
import tribune.rulebase.cases.NearMisses.Nearness;
import tribune.rulebase.cases.NearMisses.OfThreshold;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Column;
import tribune.shell.render.Block.Field;
import tribune.shell.render.JsonView;
import tribune.shell.render.Text;
import tribune.shell.render.Tone;

/** What cases exercise, and what they leave out. */
final class CoverageReport {
  private final Coverage coverage;
  private final Optional<Integer> least;

  /**
   * @param least how many of a hundred have to be exercised, if that is asked for
   */
  CoverageReport(Coverage coverage, Optional<Integer> least) {
    this.coverage = requireNonNull(coverage, "coverage");
    this.least = requireNonNull(least, "least");
  }

  /** What is looked for beside coverage. */
  record Beyond(FailClosed.Tried tried, List<OfThreshold> thresholds) {
    Beyond {
      thresholds = List.copyOf(thresholds);
    }
  }

  /**
   * What is printed.
   *
   * @param shortfall why it is not enough, if it is not
   */
  record Printed(
      List<Block> blocks, JsonView view, List<Diagnostic> open, Optional<String> shortfall) {}

  /** The numbers, and all that is left out. */
  Printed brief(boolean conditionsWatched) {
    List<Block> blocks = new ArrayList<>();
    addOpen(blocks, open());
    blocks.add(Block.Fields.of(totals(conditionsWatched).toArray(Field[]::new)));
    return new Printed(blocks, view(), open(), shortfall());
  }

  /** The same by check, each condition, and what is looked for beside it. */
  Printed whole(Beyond beyond) {
    List<Diagnostic> open =
        Stream.concat(open().stream(), beyond.tried().passing().stream()).toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.Heading.of("Conditions: seen true, seen false"));
    blocks.add(new Block.Verbatim(coverage.watched().stream().map(CoverageReport::line).toList()));
    blocks.add(Block.Heading.of("By check"));
    blocks.add(owners());
    if (!beyond.thresholds().isEmpty()) {
      blocks.add(Block.Heading.of("Cases near thresholds, within one of the last digit"));
      blocks.add(thresholds(beyond.thresholds()));
    }
    addOpen(blocks, open);
    List<Field> totals = new ArrayList<>(totals(true));
    totals.add(
        Field.of(
            "unstated facts",
            beyond.tried().tried()
                + " taken away from passing cases, "
                + beyond.tried().passing().size()
                + " not missed"));
    blocks.add(Block.Fields.of(totals.toArray(Field[]::new)));
    return new Printed(blocks, whole(view(), beyond), open, shortfall());
  }

  private Optional<String> shortfall() {
    return least
        .filter(it -> coverage.percent() < it)
        .map(it -> coverage.percent() + "% is exercised, and " + it + "% is asked for");
  }

  private List<Diagnostic> open() {
    return Stream.concat(coverage.gaps().stream(), coverage.outOfDate().stream()).toList();
  }

  private static void addOpen(List<Block> blocks, List<Diagnostic> open) {
    if (!open.isEmpty()) {
      blocks.add(Block.Heading.of("What no case exercises"));
      blocks.add(CaseReport.lines(open));
    }
  }

  private List<Field> totals(boolean conditionsWatched) {
    return List.of(
        Field.of("outcomes", coverage.outcomes().toString()),
        Field.of("rules", coverage.rules().toString()),
        Field.of(
            "conditions",
            conditionsWatched
                ? coverage.conditions().toString()
                : "not looked at; --coverage looks at each"));
  }

  private static String line(Watched condition) {
    String where = condition.source().name() + ":" + condition.place().line();
    String sides = side(condition, Side.TRUE) + " " + side(condition, Side.FALSE);
    return where + "  " + sides + "  " + condition.rule() + ": " + condition.text();
  }

  private static String side(Watched condition, Side side) {
    if (condition.seen().contains(side)) {
      return "yes";
    }
    return side == Side.FALSE && condition.reason().isPresent() ? "n/a" : "NO ";
  }

  private Block owners() {
    Set<String> facets = facets();
    List<Column> columns =
        new ArrayList<>(List.of(Column.words("check"), Column.numbers("outcomes")));
    facets.forEach(it -> columns.add(Column.numbers(it)));
    columns.add(Column.numbers("conditions"));
    List<List<Text>> rows = coverage.owners().stream().map(it -> row(it, facets)).toList();
    return new Block.Table(columns, rows);
  }

  private Set<String> facets() {
    return coverage.owners().stream()
        .flatMap(it -> it.facets().keySet().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<Text> row(Owner owner, Set<String> facets) {
    List<Text> row =
        new ArrayList<>(List.of(Text.of(owner.name(), Tone.NAME), text(owner.outcomes())));
    facets.forEach(it -> row.add(text(owner.facets().getOrDefault(it, new Tally(0, 0)))));
    row.add(text(owner.conditions()));
    return row;
  }

  private static Text text(Tally tally) {
    if (tally.all() == 0) {
      return Text.of("-");
    }
    boolean isWhole = tally.exercised() == tally.all();
    return Text.of(tally.exercised() + "/" + tally.all(), isWhole ? Tone.PLAIN : Tone.BAD);
  }

  private static Block thresholds(List<OfThreshold> thresholds) {
    List<Column> columns =
        List.of(
            Column.words("threshold"),
            Column.numbers("value"),
            Column.words("below"),
            Column.words("at"),
            Column.words("above"));
    return new Block.Table(columns, thresholds.stream().map(CoverageReport::row).toList());
  }

  private static List<Text> row(OfThreshold near) {
    List<Text> row = new ArrayList<>();
    row.add(Text.of(near.threshold().id(), Tone.NAME));
    row.add(Text.of(near.threshold().value()));
    for (Nearness nearness : Nearness.values()) {
      row.add(near.seen().contains(nearness) ? Text.of("yes") : Text.of("none", Tone.CAUTION));
    }
    return row;
  }

  private JsonView.Members view() {
    JsonView.Members view =
        JsonView.members()
            .put("outcomes", view(coverage.outcomes()))
            .put("rules", view(coverage.rules()))
            .put("conditions", view(coverage.conditions()))
            .put("percent", coverage.percent());
    return least
        .map(it -> view.put("required", it))
        .orElse(view)
        .put("gaps", CaseReport.views(coverage.gaps()))
        .put("outOfDate", CaseReport.views(coverage.outOfDate()));
  }

  private JsonView whole(JsonView.Members view, Beyond beyond) {
    return view.put(
            "checks",
            JsonView.elements(coverage.owners().stream().map(CoverageReport::view).toList()))
        .put(
            "watched",
            JsonView.elements(coverage.watched().stream().map(CoverageReport::view).toList()))
        .put("unstated", beyond.tried().tried())
        .put("passesWithout", CaseReport.views(beyond.tried().passing()))
        .put(
            "thresholds",
            JsonView.elements(beyond.thresholds().stream().map(CoverageReport::view).toList()));
  }

  private static JsonView view(Owner owner) {
    JsonView.Members facets = JsonView.members();
    for (Map.Entry<String, Tally> facet : owner.facets().entrySet()) {
      facets = facets.put(facet.getKey(), view(facet.getValue()));
    }
    return JsonView.members()
        .put("check", owner.name())
        .put("outcomes", view(owner.outcomes()))
        .put("facets", facets)
        .put("conditions", view(owner.conditions()));
  }

  private static JsonView view(Watched condition) {
    return JsonView.members()
        .put("where", condition.source().name() + ":" + condition.place().line())
        .put("rule", condition.rule())
        .put("condition", condition.text())
        .put("seen", JsonView.texts(words(condition.seen(), Side.class)))
        .putIfKnown("reason", condition.reason());
  }

  private static JsonView view(OfThreshold near) {
    Set<Nearness> missing = EnumSet.allOf(Nearness.class);
    missing.removeAll(near.seen());
    return JsonView.members()
        .put("id", near.threshold().id())
        .put("value", near.threshold().value())
        .put("near", JsonView.texts(words(near.seen(), Nearness.class)))
        .put("missing", JsonView.texts(words(missing, Nearness.class)));
  }

  private static <E extends Enum<E>> List<String> words(Set<E> some, Class<E> type) {
    return EnumSet.allOf(type).stream()
        .filter(some::contains)
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static JsonView view(Tally tally) {
    return JsonView.members().put("exercised", tally.exercised()).put("all", tally.all());
  }
}
