package tribune.shell.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tribune.document.Diagnostic;
import tribune.rulebase.cases.CaseRun;
import tribune.rulebase.cases.RuleCase;
import tribune.shell.line.Command;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.Count;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.render.Block;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.render.Tone;
import tribune.shell.workspace.TestedRules;
import tribune.shell.workspace.Workspace;
import tribune.verdict.CheckId;

/** {@code rules test}: runs the cases of the rule base. */
final class RulesTestCommand implements Command {
  private static final String CHECK = "CHECK";

  private final Workspace workspace;

  RulesTestCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("rules test", Group.RULES, "Run the test cases of the rule base.")
        .about(
            "Runs every case beside the rules and shows those that do not hold, with what was found"
                + " and what was expected. Exits with 0 only if all hold, and with 5 if one does not.")
        .parameter(
            CHECK, Count.ANY, "Only the cases of these checks, such as LTR-03.", CheckNames.checks())
        .example("rules test", "all cases")
        .example("rules test LTR-03 --rules ./my-rules", "those of one check of your own rule base");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    TestedRules tested = workspace.testedRules(invocation);
    Set<CheckId> chosen =
        ChosenChecks.of(invocation.arguments(CHECK), tested.rules().catalogue());
    List<RuleCase> cases = cases(tested, chosen);
    Instant begin = workspace.now();
    CaseRun run = CaseRun.of(cases, tested.rules());
    Duration took = Duration.between(begin, workspace.now());
    invocation.output().write(report(tested, run, took));
    return run.holds() ? ExitCode.OK : ExitCode.ERROR;
  }

  private static List<RuleCase> cases(TestedRules tested, Set<CheckId> chosen) {
    Set<String> ids = chosen.stream().map(CheckId::text).collect(Collectors.toSet());
    List<RuleCase> cases =
        tested.cases().stream()
            .filter(it -> ids.isEmpty() || ids.contains(it.expected().check()))
            .toList();
    if (cases.isEmpty()) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "there are no cases to run in " + tested.files().place(),
          "write them in a file NAME.cases.yaml beside the rules: docs/rules.md shows how");
    }
    return cases;
  }

  private static Report report(TestedRules tested, CaseRun run, Duration took) {
    List<Block> blocks = new ArrayList<>();
    String name = tested.rules().catalogue().description().name();
    blocks.add(Block.Heading.of(name + ": " + run.cases() + " cases"));
    run.failures().forEach(failure -> blocks.add(Block.Verbatim.of(failure.text())));
    blocks.add(conclusion(run, took));
    JsonView view =
        JsonView.members()
            .put("name", name)
            .put("sha256", tested.rules().sha256())
            .put("cases", run.cases())
            .put("passed", run.passed())
            .put("failed", run.failures().size())
            .put("milliseconds", took.toMillis())
            .put(
                "failures",
                JsonView.elements(run.failures().stream().map(RulesTestCommand::view).toList()));
    return new Report(blocks, view);
  }

  private static Block conclusion(CaseRun run, Duration took) {
    String counts =
        String.format(
            Locale.ROOT,
            "%d cases: %d passed, %d failed, in %.1f s",
            run.cases(),
            run.passed(),
            run.failures().size(),
            took.toMillis() / 1000.0);
    return run.holds()
        ? Block.Conclusion.of("PASS", Tone.GOOD, counts)
        : Block.Conclusion.of("FAIL", Tone.BAD, counts);
  }

  private static JsonView view(Diagnostic failure) {
    JsonView.Members view =
        JsonView.members()
            .put("code", failure.code().id())
            .put("file", failure.source().name())
            .put("message", failure.message())
            .put("notes", JsonView.texts(failure.notes()));
    return failure.place() == null ? view : view.put("line", failure.place().line());
  }
}
