package tribune.shell.command;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tribune.document.Diagnostic;
import tribune.rulebase.cases.CaseRun;
import tribune.rulebase.cases.Coverage;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Column;
import tribune.shell.render.Block.Field;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.render.Text;
import tribune.shell.render.Tone;
import tribune.shell.workspace.TestedRules;

/** What {@code rules test} prints of a run. */
final class CaseReport {
  private final TestedRules tested;
  private final CaseRun run;
  private final Duration took;

  CaseReport(TestedRules tested, CaseRun run, Duration took) {
    this.tested = requireNonNull(tested, "tested");
    this.run = requireNonNull(run, "run");
    this.took = requireNonNull(took, "took");
  }

  /** The cases that do not hold; what is left out matters only when all do. */
  Report ofFailures() {
    List<Block> blocks = new ArrayList<>();
    run.failures().forEach(failure -> blocks.add(Block.Verbatim.of(failure.text())));
    blocks.add(conclusion());
    return new Report(blocks, view());
  }

  /** All cases hold; this is what they exercise. */
  Report of(Coverage coverage) {
    List<Block> blocks = new ArrayList<>();
    List<Diagnostic> open =
        Stream.concat(coverage.gaps().stream(), coverage.outOfDate().stream()).toList();
    if (!open.isEmpty()) {
      blocks.add(Block.Heading.of("What no case exercises"));
      blocks.add(table(open));
    }
    blocks.add(
        Block.Fields.of(
            Field.of("outcomes", coverage.outcomes().toString()),
            Field.of("rules", coverage.rules().toString()),
            Field.of("conditions", coverage.conditions().toString())));
    blocks.add(conclusion());
    JsonView.Members exercised =
        JsonView.members()
            .put("outcomes", view(coverage.outcomes()))
            .put("rules", view(coverage.rules()))
            .put("conditions", view(coverage.conditions()))
            .put("gaps", views(coverage.gaps()))
            .put("outOfDate", views(coverage.outOfDate()));
    return new Report(blocks, view().put("coverage", exercised));
  }

  private JsonView.Members view() {
    return JsonView.members()
        .put("name", tested.rules().catalogue().description().name())
        .put("sha256", tested.rules().sha256())
        .put("cases", run.cases())
        .put("passed", run.passed())
        .put("failed", run.failures().size())
        .put("milliseconds", took.toMillis())
        .put("failures", views(run.failures()));
  }

  private Block conclusion() {
    String counts =
        String.format(
            Locale.ROOT,
            "%s: %d cases, %d passed, %d failed, in %.1f s",
            tested.rules().catalogue().description().name(),
            run.cases(),
            run.passed(),
            run.failures().size(),
            took.toMillis() / 1000.0);
    return run.holds()
        ? Block.Conclusion.of("PASS", Tone.GOOD, counts)
        : Block.Conclusion.of("FAIL", Tone.BAD, counts);
  }

  /** Diagnostics a line each, where there may be many and the rules are at hand. */
  static Block table(List<Diagnostic> diagnostics) {
    List<List<Text>> rows =
        diagnostics.stream()
            .map(it -> List.of(Text.of(where(it), Tone.NAME), Text.of(it.message())))
            .toList();
    return new Block.Table(List.of(Column.words("where"), Column.words("what")), rows);
  }

  static JsonView views(List<Diagnostic> diagnostics) {
    return JsonView.elements(diagnostics.stream().map(CaseReport::view).toList());
  }

  private static JsonView view(Diagnostic diagnostic) {
    return JsonView.members()
        .put("code", diagnostic.code().id())
        .put("where", where(diagnostic))
        .put("message", diagnostic.message())
        .put("notes", JsonView.texts(diagnostic.notes()));
  }

  private static JsonView view(Coverage.Tally tally) {
    return JsonView.members().put("exercised", tally.exercised()).put("all", tally.all());
  }

  private static String where(Diagnostic diagnostic) {
    String file = diagnostic.source().name();
    return diagnostic.place() == null ? file : file + ":" + diagnostic.place().line();
  }
}
