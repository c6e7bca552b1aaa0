package tribune.shell.command;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tribune.rulebase.Catalogue;
import tribune.rulebase.Check;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Column;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.render.Text;
import tribune.shell.render.Tone;
import tribune.trail.OutcomeCount;
import tribune.verdict.Outcome;

/** How the checks of a rule base came out in the recorded history. */
final class UsageReport {
  private static final List<Outcome> COUNTED =
      List.of(Outcome.PASS, Outcome.FAIL, Outcome.NEEDS_EVIDENCE, Outcome.ERROR);

  private final Catalogue catalogue;
  private final Map<String, Map<Outcome, Long>> counts = new HashMap<>();

  /** Which checks are wanted. */
  enum Wanted {
    /** Those that no audit was a matter for. */
    UNUSED,
    /** Those that applied and never failed. */
    NEVER_FAILING
  }

  UsageReport(Catalogue catalogue, List<OutcomeCount> outcomes) {
    this.catalogue = catalogue;
    outcomes.forEach(
        it ->
            counts
                .computeIfAbsent(it.check(), check -> new EnumMap<>(Outcome.class))
                .merge(it.outcome(), it.audits(), Long::sum));
  }

  /** The checks of any of these sorts. */
  Report of(Set<Wanted> wanted) {
    List<Check> checks =
        catalogue.checks().stream().filter(check -> isWanted(check, wanted)).toList();
    List<Block> blocks = new ArrayList<>();
    if (!checks.isEmpty()) {
      blocks.add(table(checks));
    }
    blocks.add(
        Block.Fields.of(
            Block.Field.of("checks", checks.size() + " of " + catalogue.checks().size())));
    return new Report(
        blocks,
        JsonView.members()
            .put("checks", JsonView.elements(checks.stream().map(this::view).toList()))
            .put("of", catalogue.checks().size()));
  }

  private boolean isWanted(Check check, Set<Wanted> wanted) {
    return applied(check) == 0
        ? wanted.contains(Wanted.UNUSED)
        : wanted.contains(Wanted.NEVER_FAILING) && count(check, Outcome.FAIL) == 0;
  }

  private long applied(Check check) {
    return COUNTED.stream().mapToLong(outcome -> count(check, outcome)).sum();
  }

  private long count(Check check, Outcome outcome) {
    return counts.getOrDefault(check.id(), Map.of()).getOrDefault(outcome, 0L);
  }

  private Block table(List<Check> checks) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words("principle"));
    columns.add(Column.words("check"));
    columns.add(Column.numbers("applied"));
    COUNTED.forEach(outcome -> columns.add(Column.numbers(outcome.name())));
    columns.add(Column.words("title"));
    return new Block.Table(columns, 1, checks.stream().map(this::row).toList());
  }

  private List<Text> row(Check check) {
    List<Text> row = new ArrayList<>();
    row.add(Text.of(catalogue.principleOf(check.checkId()).id()));
    row.add(Text.of(check.id(), Tone.NAME));
    row.add(Text.of(String.valueOf(applied(check))));
    COUNTED.forEach(outcome -> row.add(Text.of(String.valueOf(count(check, outcome)))));
    row.add(Text.of(check.title()));
    return row;
  }

  private JsonView view(Check check) {
    JsonView.Members view =
        JsonView.members()
            .put("principle", catalogue.principleOf(check.checkId()).id())
            .put("check", check.id())
            .put("title", check.title())
            .put("applied", applied(check));
    for (Outcome outcome : COUNTED) {
      view = view.put(outcome.name(), count(check, outcome));
    }
    return view;
  }
}
