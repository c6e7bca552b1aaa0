package tribune.shell.command;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tribune.document.Diagnostic;
import tribune.document.JUnitXml;
import tribune.document.JUnitXml.Suite;
import tribune.rulebase.cases.CaseRun;
import tribune.rulebase.cases.RuleCase;
import tribune.shell.render.Block;
import tribune.shell.render.JsonView;
import tribune.shell.render.OutputFormat;
import tribune.shell.render.Report;
import tribune.shell.render.Tone;
import tribune.shell.workspace.TestedRules;

/** What {@code rules test} prints of a run. */
final class CaseReport {
  private final TestedRules tested;
  private final ChosenCases chosen;
  private final CaseRun run;
  private final Duration took;

  CaseReport(TestedRules tested, ChosenCases chosen, CaseRun run, Duration took) {
    this.tested = requireNonNull(tested, "tested");
    this.chosen = requireNonNull(chosen, "chosen");
    this.run = requireNonNull(run, "run");
    this.took = requireNonNull(took, "took");
  }

  /** The cases that do not hold; what is left out matters only when all do. */
  Report ofFailures() {
    List<Block> blocks = new ArrayList<>();
    run.failures().forEach(failure -> blocks.add(Block.Verbatim.of(failure.text())));
    blocks.add(conclusion(Optional.empty()));
    return report(blocks, view(), List.of(), Optional.empty());
  }

  /** Some cases of checks, all of which hold; what they exercise says nothing. */
  Report ofSome() {
    return report(List.of(conclusion(Optional.empty())), view(), List.of(), Optional.empty());
  }

  /** All cases hold; this is what they exercise. */
  Report of(CoverageReport.Printed exercised) {
    List<Block> blocks = new ArrayList<>(exercised.blocks());
    blocks.add(conclusion(exercised.shortfall()));
    return report(
        blocks, view().put("coverage", exercised.view()), exercised.open(), exercised.shortfall());
  }

  private Report report(
      List<Block> blocks, JsonView view, List<Diagnostic> open, Optional<String> shortfall) {
    return new Report(blocks, view).with(OutputFormat.JUNIT, junit(open, shortfall));
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

  private Block conclusion(Optional<String> shortfall) {
    String counts =
        String.format(
            Locale.ROOT,
            "%s: %d cases, %d passed, %d failed, in %.1f s",
            tested.rules().catalogue().description().name(),
            run.cases(),
            run.passed(),
            run.failures().size(),
            took.toMillis() / 1000.0);
    return run.holds() && shortfall.isEmpty()
        ? Block.Conclusion.of("PASS", Tone.GOOD, counts)
        : Block.Conclusion.of(
            "FAIL", Tone.BAD, shortfall.map(it -> it + "; " + counts).orElse(counts));
  }

  /** A suite for each file of cases, and one for what they leave out. */
  private String junit(List<Diagnostic> open, Optional<String> shortfall) {
    Map<String, List<JUnitXml.Case>> byFile = new LinkedHashMap<>();
    for (RuleCase one : chosen.cases()) {
      byFile.computeIfAbsent(one.source().name(), it -> new ArrayList<>()).add(junit(one));
    }
    List<Suite> suites = new ArrayList<>();
    byFile.forEach((file, cases) -> suites.add(new Suite(file, cases)));
    if (chosen.areWhole()) {
      suites.add(new Suite("coverage", List.of(coverage(open, shortfall))));
    }
    return JUnitXml.write(suites);
  }

  private JUnitXml.Case junit(RuleCase one) {
    String group = one.expected().check();
    String name = one.expected().name();
    return run.failures().stream()
        .filter(it -> it.source().name().equals(one.source().name()))
        .filter(it -> one.place().equals(it.place()))
        .findFirst()
        .map(
            it ->
                new JUnitXml.Case(
                    group, name, JUnitXml.Outcome.FAILED, it.code().id(), it.message(), it.text()))
        .orElseGet(() -> JUnitXml.Case.passed(group, name));
  }

  /** What is left out is a failure only where enough was asked for. */
  private static JUnitXml.Case coverage(List<Diagnostic> open, Optional<String> shortfall) {
    StringBuilder detail = new StringBuilder();
    open.forEach(it -> detail.append(where(it)).append(": ").append(it.message()).append('\n'));
    return shortfall
        .map(
            it ->
                new JUnitXml.Case(
                    "coverage",
                    "enough is exercised",
                    JUnitXml.Outcome.FAILED,
                    "",
                    it,
                    detail.toString()))
        .orElseGet(() -> JUnitXml.Case.passed("coverage", "enough is exercised"));
  }

  /** Diagnostics a line each, as an editor can jump to them: there may be many. */
  static Block lines(List<Diagnostic> diagnostics) {
    return new Block.Verbatim(
        diagnostics.stream().map(it -> where(it) + ": " + it.message()).toList());
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

  private static String where(Diagnostic diagnostic) {
    String file = diagnostic.source().name();
    return diagnostic.place() == null ? file : file + ":" + diagnostic.place().line();
  }
}
