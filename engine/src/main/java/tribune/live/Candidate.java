package tribune.live;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tribune.document.Diagnostic;
import tribune.document.Reading;
import tribune.engine.AuditEngine;
import tribune.engine.RecordedRules;
import tribune.replay.Backtest;
import tribune.replay.BacktestTally;
import tribune.replay.Backtested;
import tribune.rulebase.Budget;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.analysis.RuleBaseCheck;
import tribune.rulebase.cases.CaseFile;
import tribune.rulebase.cases.CaseRun;
import tribune.rulebase.cases.FailClosed;
import tribune.rulebase.cases.RuleCase;
import tribune.trail.Activation;
import tribune.trail.Actor;
import tribune.trail.Filter;
import tribune.trail.Receipt;
import tribune.trail.Rehearsal;
import tribune.trail.StoredRecord;
import tribune.trail.StoredRuleBase;
import tribune.trail.Trail;

/**
 * A rule base that is to go live. It is read once; check, cases and backtest look at these bytes
 * and no others, and {@link #activate} refuses one that has not been through all three. Used by one
 * thread.
 */
public final class Candidate {
  private final RuleBase rules;
  private final List<RuleCase> cases;
  private final List<Diagnostic> warnings;
  private @Nullable CaseRun run;
  private @Nullable BacktestTally tally;
  private long records;

  private Candidate(RuleBase rules, List<RuleCase> cases, List<Diagnostic> warnings) {
    this.rules = rules;
    this.cases = List.copyOf(cases);
    this.warnings = List.copyOf(warnings);
  }

  /**
   * The rule base of these files, if the check finds no error in it and no check passes without a
   * fact that its rules read.
   *
   * @param files with its test cases
   * @param budget how much an evaluation may use
   */
  public static Reading<Candidate> of(
      RuleBaseFiles files, CompiledRulesCache cache, Budget budget) {
    List<Diagnostic> found = RuleBaseCheck.of(files, cache);
    if (found.stream().anyMatch(it -> it.level() == Diagnostic.Level.ERROR)) {
      return new Reading.Faulty<>(found, 0);
    }
    return RuleBase.load(files, cache, budget)
        .then(rules -> CaseFile.readAll(files).map(cases -> new Candidate(rules, cases, found)))
        .then(Candidate::failingClosed);
  }

  /** What is not stated lets nothing pass; else it is no candidate. */
  private static Reading<Candidate> failingClosed(Candidate candidate) {
    return FailClosed.of(candidate.rules, candidate.cases, Set.of())
        .then(
            tried ->
                tried.passing().isEmpty()
                    ? new Reading.Sound<>(candidate, List.of())
                    : new Reading.Faulty<>(tried.passing(), 0));
  }

  public RuleBase rules() {
    return rules;
  }

  /** What trails keep of it. */
  public StoredRuleBase stored() {
    return RecordedRules.store(rules);
  }

  /** What the check warns of. */
  public List<Diagnostic> warnings() {
    return warnings;
  }

  /** How many cases there are. */
  public int cases() {
    return cases.size();
  }

  /** Runs all cases. */
  public CaseRun test() {
    CaseRun done = CaseRun.of(cases, rules);
    run = done;
    return done;
  }

  /**
   * Runs the newest audit of each decision.
   *
   * @param trail empty if there is no history yet
   * @param threads how many evaluate at a time
   * @param mostListed how many flips are kept
   * @param each told what came of each; may throw to stop
   */
  public BacktestTally backtest(
      Optional<Trail> trail, int threads, int mostListed, Consumer<Backtested> each) {
    BacktestTally counted = new BacktestTally(mostListed);
    records = trail.map(it -> it.head().size()).orElse(0L);
    if (trail.isPresent()) {
      Filter newest = Filter.ALL.withSpan(Filter.Span.NEWEST_OF_EACH_DECISION);
      try (Stream<StoredRecord> audits = trail.get().decisions(newest)) {
        new Backtest(trail.get(), rules, threads)
            .run(
                audits,
                one -> {
                  counted.add(one);
                  each.accept(one);
                });
      }
    }
    tally = counted;
    return counted;
  }

  /**
   * Makes it the rule base in force. When this returns, that is recorded for good.
   *
   * @param reason why, for those who read the trail later
   * @throws IllegalStateException unless there are cases, all of them hold, and the backtest was
   *     run
   * @throws tribune.trail.TrailException if it could not be recorded; then nothing has changed
   */
  public Receipt activate(Trail trail, Actor actor, String reason) {
    requireNonNull(trail, "trail");
    return trail.activate(
        new Activation(actor, stored(), reason, AuditEngine.version(), rehearsal()));
  }

  /** What was tried, as the record says it. */
  private Rehearsal rehearsal() {
    CaseRun tested = run;
    BacktestTally counted = tally;
    if (tested == null || counted == null || tested.cases() == 0 || !tested.holds()) {
      throw new IllegalStateException(
          "rule base "
              + rules.sha256()
              + " is not to go live: found "
              + (tested == null ? "no test" : tested.passed() + " of " + tested.cases() + " cases")
              + (counted == null ? " and no backtest" : " and a backtest")
              + ", expected that all cases hold, one at least, and a backtest");
    }
    return new Rehearsal(
        warnings.size(),
        tested.cases(),
        records,
        counted.rerun(),
        counted.notRerun(),
        counted.directions());
  }
}
