package tribune.shell.command;

import java.util.ArrayList;
import java.util.List;
import tribune.document.Diagnostic;
import tribune.document.JUnitXml;
import tribune.document.Place;
import tribune.shell.line.Command;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.line.Option;
import tribune.shell.render.Block;
import tribune.shell.render.JsonView;
import tribune.shell.render.OutputFormat;
import tribune.shell.render.Renderer;
import tribune.shell.render.Report;
import tribune.shell.render.Tone;
import tribune.shell.workspace.Workspace;

/** {@code rules check}: everything that is wrong with a rule base, or looks so. */
final class RulesCheckCommand implements Command {
  private static final String STRICT = "strict";

  private final Workspace workspace;

  RulesCheckCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of(
            "rules check", Group.RULES, "Find what is wrong with a rule base, all in one run.")
        .about(
            "Errors keep a rule base from being used. Warnings are of rules that contradict"
                + " themselves, that nothing can reach or nobody refers to. The exit code is 2 if"
                + " there is an error, 0 otherwise; docs/diagnostics.md explains each code.")
        .options(Option.flag(STRICT, "Take warnings for errors: the exit code is 2."))
        .formats(OutputFormat.SARIF, OutputFormat.JUNIT, OutputFormat.GITHUB)
        .example("rules check --rules ./my-rules", "your own rule base")
        .example("rules check --rules ./my-rules --strict", "in a pipeline")
        .example("rules check --rules ./my-rules --output sarif", "for a tool that shows findings");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    List<Diagnostic> found = workspace.rules().bases().check(invocation.globals());
    long errors = count(found, Diagnostic.Level.ERROR);
    invocation.output().write(inEveryFormat(report(found, errors), found, invocation));
    boolean isRefused = errors > 0 || (invocation.has(STRICT) && !found.isEmpty());
    return isRefused ? ExitCode.USAGE : ExitCode.OK;
  }

  private static Report inEveryFormat(
      Report report, List<Diagnostic> found, Invocation invocation) {
    JUnitXml.Outcome ofWarnings =
        invocation.has(STRICT) ? JUnitXml.Outcome.FAILED : JUnitXml.Outcome.SKIPPED;
    String sarif = Renderer.json().render(new Report(List.of(), SarifView.of(found)));
    return report
        .with(OutputFormat.SARIF, sarif)
        .with(OutputFormat.JUNIT, DiagnosticSuite.of(found, ofWarnings))
        .with(OutputFormat.GITHUB, GitHubLines.of(found));
  }

  private static Report report(List<Diagnostic> found, long errors) {
    long warnings = found.size() - errors;
    List<Block> blocks = new ArrayList<>();
    found.forEach(it -> blocks.add(Block.Verbatim.of(it.text())));
    blocks.add(
        found.isEmpty()
            ? Block.Conclusion.of("SOUND", Tone.GOOD, "nothing was found")
            : Block.Conclusion.of(
                errors > 0 ? "FAULTY" : "USABLE",
                errors > 0 ? Tone.BAD : Tone.CAUTION,
                counted(errors, "error") + ", " + counted(warnings, "warning")));
    return new Report(
        blocks,
        JsonView.members()
            .put("errors", errors)
            .put("warnings", warnings)
            .put(
                "diagnostics",
                JsonView.elements(found.stream().map(RulesCheckCommand::view).toList())));
  }

  private static JsonView view(Diagnostic found) {
    JsonView.Members view =
        JsonView.members()
            .put("code", found.code().id())
            .put("level", found.level().toString())
            .put("meaning", found.code().meaning())
            .put("message", found.message())
            .put("file", found.source().name());
    Place place = found.place();
    JsonView.Members placed =
        place == null
            ? view
            : view.put("line", place.line())
                .put("column", place.column())
                .put("length", place.length());
    return placed.put("label", found.label()).put("notes", JsonView.texts(found.notes()));
  }

  private static long count(List<Diagnostic> found, Diagnostic.Level level) {
    return found.stream().filter(it -> it.level() == level).count();
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
