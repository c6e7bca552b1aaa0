package tribune.replay;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tribune.decision.Proposal;
import tribune.document.CanonicalJson;
import tribune.document.Json;
import tribune.document.Reading;
import tribune.engine.Assessment;
import tribune.engine.RecordedRules;
import tribune.rulebase.Budget;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.RuleBase;
import tribune.trail.Body;
import tribune.trail.RecentRuleBases;
import tribune.trail.RuleBaseRef;
import tribune.trail.StoredRecord;
import tribune.trail.Trail;

/**
 * Runs recorded audits again, from the trail alone: recorded facts, recorded rule base, recorded
 * day. It goes the way of an audit, {@link Assessment}, and reads no clock. Records nothing.
 *
 * <p>Keeps the rule bases it used last. Safe for use by several threads.
 */
public final class Replay {
  private static final String RESULT = "result";

  private final Trail trail;
  private final CompiledRulesCache cache;
  private final Budget budget;
  private final RecentRuleBases<RuleBaseRef, Reading<RuleBase>> loaded = new RecentRuleBases<>();

  /**
   * @param cache where compiled rules may be found and are kept
   */
  public Replay(Trail trail, CompiledRulesCache cache) {
    this(trail, cache, Budget.DEFAULT);
  }

  /**
   * @param cache where compiled rules may be found and are kept
   * @param budget how much one audit may use
   */
  public Replay(Trail trail, CompiledRulesCache cache, Budget budget) {
    this.budget = requireNonNull(budget, "budget");
    this.trail = requireNonNull(trail, "trail");
    this.cache = requireNonNull(cache, "cache");
  }

  /**
   * Runs all recorded audits again; a few records wait in memory, whatever the length of the trail.
   *
   * @param threads how many run audits at a time
   * @param each told what came of each, in the order of the trail, by the thread that calls this;
   *     it may throw to stop
   */
  public void all(int threads, Consumer<Replayed> each) {
    try (Stream<StoredRecord> all = trail.records(0)) {
      Reruns.run("tribune-replay", threads, all, this::of, each);
    }
  }

  /** One record run again; empty if it is no audit. */
  public Optional<Replayed> of(StoredRecord stored) {
    return stored.content().body() instanceof Body.Audited audited
        ? Optional.of(again(stored, audited))
        : Optional.empty();
  }

  private Replayed again(StoredRecord stored, Body.Audited audited) {
    return RecordedFacts.of(trail, stored, audited)
        .fold(facts -> onRecordedRules(stored, audited, facts), why -> not(stored, audited, why));
  }

  private Replayed onRecordedRules(StoredRecord stored, Body.Audited audited, Proposal facts) {
    return rules(audited.ruleBase())
        .map(
            reading ->
                reading.fold(
                    rules -> compared(stored, audited, facts, rules.value()),
                    faulty ->
                        not(stored, audited, "its rule base cannot be used: " + first(faulty))))
        .orElseGet(
            () ->
                not(
                    stored,
                    audited,
                    "the trail does not hold its rule base " + audited.ruleBase()));
  }

  private static Replayed compared(
      StoredRecord stored, Body.Audited audited, Proposal facts, RuleBase rules) {
    Json recorded = ((Json.Members) CanonicalJson.read(stored.bytes())).values().get(RESULT);
    Json rerun = Assessment.asOf(facts, rules, audited.result().asOf()).result().toJson();
    List<Drift> drifts = Comparison.of(requireNonNull(recorded, RESULT), rerun);
    return drifts.isEmpty()
        ? new Replayed.Identical(stored, audited.decision())
        : new Replayed.Drifted(stored, audited.decision(), drifts);
  }

  /** The rule base of that name, loaded, or what is wrong with it; empty if the trail has none. */
  private synchronized Optional<Reading<RuleBase>> rules(RuleBaseRef ref) {
    return loaded
        .find(ref)
        .or(
            () ->
                RecordedRules.find(trail, ref)
                    .map(files -> loaded.keep(ref, RuleBase.load(files, cache, budget))));
  }

  private static Replayed not(StoredRecord stored, Body.Audited audited, String why) {
    return new Replayed.NotReplayable(stored, audited.decision(), why);
  }

  private static String first(Reading.Faulty<?> faulty) {
    return faulty.diagnostics().get(0).message();
  }
}
