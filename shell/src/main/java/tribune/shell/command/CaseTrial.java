package tribune.shell.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.cases.CaseRun;
import tribune.rulebase.cases.Coverage;
import tribune.rulebase.cases.FailClosed;
import tribune.rulebase.cases.NearMisses;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Invocation;
import tribune.shell.render.Report;
import tribune.shell.workspace.SessionRules;
import tribune.shell.workspace.TestedRules;
import tribune.shell.workspace.Workspace;

/** One run of the cases that a line asks for, and what comes of it. */
final class CaseTrial {
  static final String CHECK = "CHECK";
  static final String RUN = "run";
  static final String COVERAGE = "coverage";
  static final String LEAST = "min-coverage";

  private final Workspace workspace;
  private final Invocation invocation;

  CaseTrial(Workspace workspace, Invocation invocation) {
    this.workspace = workspace;
    this.invocation = invocation;
  }

  /** What came of a run. */
  record Result(Report report, ExitCode code) {}

  /**
   * Runs the cases.
   *
   * @throws CommandFailed if there are none to run
   */
  Result run(TestedRules tested) {
    ChosenCases chosen =
        ChosenCases.of(invocation.arguments(CHECK), invocation.option(RUN), tested);
    requireWholeChecks(chosen);
    RulesTestCommand.requireSome(chosen.cases(), tested);
    Instant begin = workspace.now();
    CaseRun run = CaseRun.of(chosen.cases(), tested.rules());
    CaseReport report =
        new CaseReport(tested, chosen, run, Duration.between(begin, workspace.now()));
    if (!run.holds()) {
      return new Result(report.ofFailures(), ExitCode.ERROR);
    }
    if (!chosen.areWhole()) {
      return new Result(report.ofSome(), ExitCode.OK);
    }
    Optional<Integer> least = invocation.option(LEAST).map(Integer::valueOf);
    Coverage coverage =
        isWatched()
            ? watched(tested, chosen)
            : Coverage.ofRules(tested.rules(), chosen.cases(), chosen.checks(), run);
    boolean isEnough = least.filter(it -> coverage.percent() < it).isEmpty();
    CoverageReport exercised = new CoverageReport(coverage, least);
    return new Result(
        report.of(
            invocation.has(COVERAGE)
                ? exercised.whole(beyond(tested, chosen))
                : exercised.brief(isWatched())),
        isEnough ? ExitCode.OK : ExitCode.ERROR);
  }

  private boolean isWatched() {
    return invocation.has(COVERAGE) || invocation.option(LEAST).isPresent();
  }

  private void requireWholeChecks(ChosenCases chosen) {
    if (!chosen.areWhole() && isWatched()) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "some cases of a check do not tell what all of them exercise",
          "leave --run out, or give it a check or a principle");
    }
  }

  private Coverage watched(TestedRules tested, ChosenCases chosen) {
    return SessionRules.sound(
        Coverage.of(tested.rules(), chosen.cases(), chosen.checks(), tested.known(), cache()),
        invocation,
        "what the cases exercise cannot be told");
  }

  /** What only a full report looks for: facts that must be stated, and values near thresholds. */
  private CoverageReport.Beyond beyond(TestedRules tested, ChosenCases chosen) {
    FailClosed.Tried tried =
        SessionRules.sound(
            FailClosed.of(tested.rules(), chosen.cases(), chosen.checks()),
            invocation,
            "what may stay unstated cannot be told");
    List<NearMisses.OfThreshold> near =
        chosen.checks().isEmpty()
            ? NearMisses.of(tested.rules(), chosen.cases(), cache())
                .fold(sound -> sound.value(), unwatchable -> List.of())
            : List.of();
    return new CoverageReport.Beyond(tried, near);
  }

  private CompiledRulesCache cache() {
    return workspace.rules().bases().cache();
  }
}
