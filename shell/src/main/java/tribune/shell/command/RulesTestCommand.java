package tribune.shell.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import tribune.rulebase.cases.CaseRun;
import tribune.rulebase.cases.Coverage;
import tribune.rulebase.cases.RuleCase;
import tribune.shell.line.Command;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.Count;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.workspace.TestedRules;
import tribune.shell.workspace.Workspace;
import tribune.verdict.CheckId;

/** {@code rules test}: runs the cases of the rule base, and tells what they leave out. */
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
                + " and what was expected. Exits with 0 only if all hold, and with 5 if one does"
                + " not.",
            "If all hold, it also tells what no case exercises: outcomes of checks, rules, and"
                + " conditions that were never seen to hold or never seen to fail.")
        .parameter(
            CHECK,
            Count.ANY,
            "Only the cases of these checks, such as LTR-03.",
            CheckNames.checks(workspace))
        .example("rules test", "all cases")
        .example(
            "rules test LTR-03 --rules ./my-rules", "those of one check of your own rule base");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    TestedRules tested = workspace.testedRules(invocation);
    Set<CheckId> checks = ChosenChecks.of(invocation.arguments(CHECK), tested.rules().catalogue());
    List<RuleCase> cases = tested.casesOf(checks);
    requireSome(cases, tested);
    Instant begin = workspace.now();
    CaseRun run = CaseRun.of(cases, tested.rules());
    CaseReport report = new CaseReport(tested, run, Duration.between(begin, workspace.now()));
    if (!run.holds()) {
      invocation.output().write(report.ofFailures());
      return ExitCode.ERROR;
    }
    Coverage coverage =
        Workspace.sound(
            Coverage.of(
                tested.rules(),
                cases,
                checks,
                tested.known(),
                workspace.ruleBases().cache(invocation.globals())),
            invocation,
            "what the cases exercise cannot be told");
    invocation.output().write(report.of(coverage));
    return ExitCode.OK;
  }

  static void requireSome(List<RuleCase> cases, TestedRules tested) {
    if (cases.isEmpty()) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "there are no cases to run in " + tested.files().place(),
          "write them in a file NAME.cases.yaml beside the rules: docs/rules.md shows how");
    }
  }
}
