package tribune.replay;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
import tribune.threads.InOrder;
import tribune.trail.Body;
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
  /** How many rule bases are kept loaded; audits that follow each other mostly share one. */
  private static final int KEPT = 4;

  private static final int AHEAD_A_THREAD = 16;
  private static final String RESULT = "result";

  private final Trail trail;
  private final CompiledRulesCache cache;
  private final Budget budget;
  private final Map<RuleBaseRef, Reading<RuleBase>> loaded = new LinkedHashMap<>();

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
      Supplier<Optional<StoredRecord>> records = InOrder.each(all.iterator());
      try (InOrder<StoredRecord, Optional<Replayed>> replays =
          new InOrder<>("tribune-replay", threads, threads * AHEAD_A_THREAD, records, this::of)) {
        replays.forEach(replayed -> replayed.ifPresent(each));
      }
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
    Reading<RuleBase> known = loaded.remove(ref);
    if (known == null && trail.ruleBase(ref.sha256()).isEmpty()) {
      return Optional.empty();
    }
    Reading<RuleBase> rules =
        known == null ? RuleBase.load(RecordedRules.files(trail, ref), cache, budget) : known;
    loaded.put(ref, rules);
    if (loaded.size() > KEPT) {
      loaded.remove(loaded.keySet().iterator().next());
    }
    return Optional.of(rules);
  }

  private static Replayed not(StoredRecord stored, Body.Audited audited, String why) {
    return new Replayed.NotReplayable(stored, audited.decision(), why);
  }

  private static String first(Reading.Faulty<?> faulty) {
    return faulty.diagnostics().get(0).message();
  }
}
