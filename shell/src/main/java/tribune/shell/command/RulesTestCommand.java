package tribune.shell.command;

import java.util.List;
import tribune.rulebase.cases.RuleCase;
import tribune.shell.line.Command;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.Count;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.line.Option;
import tribune.shell.line.Values;
import tribune.shell.render.OutputFormat;
import tribune.shell.workspace.TestedRules;
import tribune.shell.workspace.Workspace;

/** {@code rules test}: runs the cases of the rule base, and tells what they leave out. */
final class RulesTestCommand implements Command {
  private static final String WATCH = "watch";

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
            "If all hold, it also tells which outcomes of checks and which rules no case exercises."
                + " --coverage watches every condition too, for being seen true and false, and"
                + " tells how near cases come to thresholds, and which checks still pass when a"
                + " fact is not stated. --min-coverage exits with 5 if less is exercised.",
            "--watch runs the cases again whenever a file is saved; Ctrl-C ends it with 0."
                + " --output junit is for build servers.")
        .parameter(
            CaseTrial.CHECK,
            Count.ANY,
            "Only the cases of these checks, such as LTR-03.",
            CheckNames.checks(workspace))
        .options(
            Option.valued(
                CaseTrial.RUN,
                "FILTER",
                "Only cases of this check or principle, or with these words in their names.",
                CheckNames.checksAndPrinciples(workspace)),
            Option.flag(WATCH, "Run again whenever a file of the rule base is saved."),
            Option.flag(
                CaseTrial.COVERAGE, "Show all that the cases exercise, and conditions too."),
            Option.valued(
                CaseTrial.LEAST,
                "PERCENT",
                "Fail if fewer of a hundred outcomes, rules and conditions are exercised.",
                Values.wholeNumber(0, 100)))
        .formats(OutputFormat.JUNIT)
        .example("rules test", "all cases")
        .example("rules test LTR-03 --rules ./my-rules", "those of one check of your own rule base")
        .example("rules test --run 'price rise'", "those with both words in their names")
        .example("rules test --rules ./my-rules --watch", "again whenever you save");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    if (invocation.has(WATCH)) {
      return RulesWatch.of(workspace, invocation).run();
    }
    CaseTrial.Result result =
        new CaseTrial(workspace, invocation).run(workspace.rules().tested(invocation));
    invocation.output().write(result.report());
    return result.code();
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
