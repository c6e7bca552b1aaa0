package tribune.replay;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tribune.decision.Proposal;
import tribune.engine.Assessment;
import tribune.rulebase.RuleBase;
import tribune.trail.AuditResult;
import tribune.trail.Body;
import tribune.trail.StoredRecord;
import tribune.trail.Trail;

/**
 * Runs recorded audits on another rule base: recorded facts as of the recorded day, so that what
 * differs is due to the rules alone. It goes the way of an audit, {@link Assessment}, reads no
 * clock, and records nothing.
 *
 * <p>Several threads evaluate; a few records wait in memory for them, whatever the length of the
 * history. Used by one thread.
 */
public final class Backtest {
  private final Trail trail;
  private final RuleBase rules;
  private final int threads;

  /**
   * @param rules the other rule base
   * @param threads how many evaluate at a time
   */
  public Backtest(Trail trail, RuleBase rules, int threads) {
    this.trail = requireNonNull(trail, "trail");
    this.rules = requireNonNull(rules, "rules");
    if (threads < 1) {
      throw new IllegalArgumentException("found " + threads + " threads, expected 1 or more");
    }
    this.threads = threads;
  }

  /**
   * Runs these audits; records that are none are passed over.
   *
   * @param each told what came of each, in the order of the records, by the thread that calls this;
   *     it may throw to stop
   */
  public void run(Stream<StoredRecord> audits, Consumer<Backtested> each) {
    Reruns.run("tribune-backtest", threads, audits, this::rerun, each);
  }

  private Optional<Backtested> rerun(StoredRecord stored) {
    return stored.content().body() instanceof Body.Audited audited
        ? Optional.of(rerun(stored, audited))
        : Optional.empty();
  }

  private Backtested rerun(StoredRecord stored, Body.Audited audited) {
    return RecordedFacts.of(trail, stored, audited)
        .fold(
            facts -> rerun(stored, audited, facts),
            why ->
                new Backtested.NotRerun(
                    stored.seq(), audited.decision(), audited.result().verdict(), why));
  }

  private Backtested rerun(StoredRecord stored, Body.Audited audited, Proposal facts) {
    AuditResult recorded = audited.result();
    AuditResult now = Assessment.asOf(facts, rules, recorded.asOf()).result();
    return new Backtested.Rerun(
        stored.seq(),
        audited.decision(),
        recorded.verdict(),
        now.verdict(),
        FindingChange.between(recorded.findings(), now.findings()));
  }
}
