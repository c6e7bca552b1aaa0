package tribune.bench;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import tribune.decision.Kind;
import tribune.decision.Level;
import tribune.document.CanonicalJson;
import tribune.document.Json;
import tribune.rulebase.Catalogue;
import tribune.rulebase.RuleBase;
import tribune.rules.ShippedRuleBase;
import tribune.trail.Actor;
import tribune.trail.AuditResult;
import tribune.trail.DecisionRef;
import tribune.trail.Draft;
import tribune.trail.EngineRef;
import tribune.trail.StoredRuleBase;
import tribune.trail.Trail;
import tribune.trail.TrailSetup;
import tribune.verdict.CheckId;
import tribune.verdict.Finding;
import tribune.verdict.Grounds;

/** Audits to record: small ones, twelve findings without grounds, no two of the same decision. */
@AmbientInput("a benchmark is its own main program")
final class Workload {
  private static final EngineRef ENGINE = new EngineRef("0.1.0", "10.2.0", "17");
  private static final Actor ACTOR = new Actor("bench", null, "localhost");
  private static final Catalogue CATALOGUE = RuleBase.catalogue(ShippedRuleBase.files()).orThrow();
  private static final StoredRuleBase RULES =
      StoredRuleBase.of(
          CATALOGUE.description().name(),
          CATALOGUE.description().version(),
          ShippedRuleBase.files().files());
  private static final List<Finding> FINDINGS = findings();

  private final AtomicLong next = new AtomicLong();

  /** As if the first twelve checks were all there are. */
  private static List<Finding> findings() {
    return CATALOGUE.checks().stream()
        .limit(12)
        .<Finding>map(
            it -> new Finding.Pass(new CheckId(it.id()), it.severity(), Grounds.of(List.of())))
        .toList();
  }

  static TrailSetup setup() {
    return TrailSetup.of(
        Clock.systemUTC(),
        new SecureRandom(),
        ACTOR,
        ENGINE,
        ProcessHandle.current().pid(),
        "bench");
  }

  Draft draft() {
    String id = "D-" + ProcessHandle.current().pid() + "-" + next.incrementAndGet();
    Json.Members facts =
        Json.Members.of(
            Map.of(
                "decision",
                Json.Members.of(
                    Map.of(
                        "id", CanonicalJson.text(id),
                        "summary", CanonicalJson.text("Charge for bags from the first of May"),
                        "title", CanonicalJson.text("Charge for bags"))),
                "departments",
                new Json.Elements(
                    List.of(Json.Members.of(Map.of("name", CanonicalJson.text("Sales")))))));
    return new Draft(
        ACTOR,
        new DecisionRef(id, 1, Kind.PRICING, "Charge for bags"),
        "proposal/1",
        facts,
        RULES,
        ENGINE,
        AuditResult.of(Level.HIGH, List.of("wide"), LocalDate.of(2026, 1, 1), FINDINGS));
  }

  /** Records until the trail has so many records; several submitters, so many at once each. */
  void fill(Trail trail, long records, int submitters, int each) throws InterruptedException {
    long missing = records - trail.head().size();
    AtomicLong left = new AtomicLong(missing);
    List<Thread> threads =
        IntStream.range(0, submitters)
            .mapToObj(i -> new Thread(() -> submit(trail, left, each)))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void submit(Trail trail, AtomicLong left, int each) {
    for (long rest = left.getAndAdd(-each); rest > 0; rest = left.getAndAdd(-each)) {
      int count = (int) Math.min(each, rest);
      trail.appendAll(IntStream.range(0, count).mapToObj(i -> draft()).toList());
    }
  }
}
