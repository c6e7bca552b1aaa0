package tribune.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.decision.Proposal;
import tribune.decision.ProposalReader;
import tribune.decision.RandomProposals;
import tribune.document.Json;
import tribune.document.Source;
import tribune.engine.Assessment;
import tribune.engine.AuditEngine;
import tribune.rulebase.RuleBase;
import tribune.rulebase.SmallRuleBase;
import tribune.schema.RecordWriter;
import tribune.trail.Actor;
import tribune.trail.Body;
import tribune.trail.Filter;
import tribune.trail.Rehearsal;
import tribune.trail.Samples;
import tribune.trail.StoredRecord;
import tribune.trail.Trail;
import tribune.verdict.CheckId;
import tribune.verdict.Outcome;
import tribune.verdict.Verdict;

/** The recorded history on another rule base. The records are as many as a property says. */
class BacktestTest {
  private static final long SEED = 8_128L;
  private static final int RECORDS = Integer.getInteger("backtest.records", 250);
  private static final Actor ACTOR = new Actor("board", null, "localhost");
  private static final String DEAL =
      "decision: {id: BAGS, title: A fee, kind: PRICING, adverse: yes, retroactive: yes,"
          + " grandfathered: unstated}";
  private static final RuleBase RECORDED = SmallRuleBase.asShipped().load();

  @TempDir Path home;

  @Test
  void what_a_stricter_rule_base_turns_is_told_with_the_check_that_turns_it() {
    RuleBase softer =
        SmallRuleBase.asShipped()
            .replacing(SmallRuleBase.DRL, "grandfathered != Tri.YES", "grandfathered == Tri.NO")
            .load();
    try (AuditEngine engine = engine(RECORDED)) {
      engine.audit(proposal(DEAL));
      engine.audit(proposal(DEAL.replace("BAGS", "SEATS").replace("unstated", "no")));

      BacktestTally tally = backtest(engine.trail(), softer, Filter.ALL);

      assertThat(tally.rerun()).isEqualTo(2);
      assertThat(tally.count(Verdict.FAIL, Verdict.PASS)).isEqualTo(1);
      assertThat(tally.count(Verdict.FAIL, Verdict.FAIL)).isEqualTo(1);
      assertThat(tally.directions())
          .containsExactly(new Rehearsal.Flips(Verdict.FAIL, Verdict.PASS, 1));
      Backtested.Rerun flip = tally.flips().get(0);
      assertThat(flip.decision().id()).isEqualTo("BAGS");
      assertThat(flip.turnedBy()).hasSize(1);
      FindingChange change = flip.turnedBy().get(0);
      assertThat(change.check()).isEqualTo(new CheckId("DEA-01"));
      assertThat(change.outcomeRecorded()).contains(Outcome.FAIL);
      assertThat(change.outcomeNow()).contains(Outcome.PASS);
      assertThat(tally.changes().get(new CheckId("DEA-01")))
          .containsEntry(
              new BacktestTally.Turn(Optional.of(Outcome.FAIL), Optional.of(Outcome.PASS)), 1L);
    }
  }

  @Test
  void a_check_that_weighs_less_turns_a_verdict_without_another_outcome() {
    RuleBase lighter =
        SmallRuleBase.asShipped()
            .replacing("principles/deal/principle.yaml", "severity: MAJOR", "severity: MINOR")
            .load();
    try (AuditEngine engine = engine(RECORDED)) {
      engine.audit(proposal(DEAL));

      BacktestTally tally = backtest(engine.trail(), lighter, Filter.ALL);

      assertThat(tally.count(Verdict.FAIL, Verdict.PASS)).isEqualTo(1);
      assertThat(tally.flips().get(0).turnedBy())
          .extracting(it -> it.check().text())
          .containsExactly("DEA-01");
    }
  }

  @Test
  void every_record_comes_out_as_an_audit_of_its_facts_would_whatever_the_threads() {
    RuleBase other =
        SmallRuleBase.asShipped()
            .replacing("thresholds.yaml", "value: 10%", "value: 60%")
            .replacing(SmallRuleBase.DRL, "Kind.PRICING, adverse", "Kind.POLICY, adverse")
            .load();
    try (AuditEngine engine = engine(RECORDED)) {
      List<Proposal> proposals = record(engine);
      List<Backtested> one = run(engine.trail(), other, 1);
      List<Backtested> four = run(engine.trail(), other, 4);

      assertThat(four).as("seed %d", SEED).isEqualTo(one).hasSameSizeAs(proposals);
      for (int i = 0; i < one.size(); i++) {
        Backtested.Rerun rerun = (Backtested.Rerun) one.get(one.size() - 1 - i);
        Assessment expected =
            Assessment.asOf(proposals.get(i), other, engineDay(engine.trail(), rerun.seq()));
        assertThat(rerun.now()).as("seed %d, case %d", SEED, i).isEqualTo(expected.verdict());
      }
      assertThat(one).anyMatch(it -> ((Backtested.Rerun) it).isFlip());
    }
  }

  @Test
  void on_the_recorded_rule_base_nothing_changes() {
    try (AuditEngine engine = engine(RECORDED)) {
      record(engine);
      BacktestTally tally = backtest(engine.trail(), RECORDED, Filter.ALL);

      assertThat(tally.rerun()).isEqualTo(engine.trail().head().size() - 1);
      assertThat(tally.flipped()).isZero();
      assertThat(tally.changes()).isEmpty();
    }
  }

  @Test
  void what_cannot_be_run_is_told_with_the_reason() {
    try (AuditEngine engine = engine(RECORDED)) {
      engine.trail().append(Samples.draft("OLD", 1));
      engine.audit(proposal(DEAL));

      BacktestTally tally = backtest(engine.trail(), RECORDED, Filter.ALL);

      assertThat(tally.rerun()).isEqualTo(1);
      assertThat(tally.notRerun()).isEqualTo(1);
      assertThat(tally.notRerunListed().get(0).why()).startsWith("its facts cannot be read: ");
      assertThat(tally.reasons()).hasSize(1).containsValue(1L);
    }
  }

  @Test
  void no_more_flips_are_kept_than_asked_for_and_all_are_counted() {
    RuleBase harmless =
        SmallRuleBase.asShipped()
            .replacing("principles/deal/principle.yaml", "severity: MAJOR", "severity: MINOR")
            .load();
    try (AuditEngine engine = engine(RECORDED)) {
      for (int i = 0; i < 20; i++) {
        engine.audit(proposal(DEAL.replace("BAGS", "BAGS-" + i)));
      }
      BacktestTally tally = new BacktestTally(3);
      try (Stream<StoredRecord> all = engine.trail().decisions(Filter.ALL)) {
        new Backtest(engine.trail(), harmless, 2).run(all, tally::add);
      }
      assertThat(tally.flipped()).isEqualTo(20);
      assertThat(tally.flips()).hasSize(3);
    }
  }

  @Test
  void whoever_is_told_may_stop_it_and_the_trail_can_be_closed_at_once() {
    List<Backtested> told = new ArrayList<>();
    try (AuditEngine engine = engine(RECORDED)) {
      record(engine);
      try (Stream<StoredRecord> all = engine.trail().decisions(Filter.ALL)) {
        Backtest backtest = new Backtest(engine.trail(), RECORDED, 4);
        assertThatThrownBy(
                () ->
                    backtest.run(
                        all,
                        one -> {
                          told.add(one);
                          throw new IllegalStateException("enough");
                        }))
            .hasMessage("enough");
      }
    }
    assertThat(told).hasSize(1);
  }

  private List<Proposal> record(AuditEngine engine) {
    RandomProposals random = new RandomProposals(SEED);
    List<Proposal> recorded = new ArrayList<>();
    while (recorded.size() < RECORDS) {
      Proposal proposal = named("D-" + recorded.size(), random.sound());
      engine.audit(proposal);
      recorded.add(proposal);
    }
    return recorded;
  }

  private static Proposal named(String id, Proposal proposal) {
    Map<String, Json> members = new TreeMap<>(RecordWriter.json(proposal).values());
    Json.Members decision = (Json.Members) members.get("decision");
    Map<String, Json> renamed = new TreeMap<>(decision.values());
    renamed.put("id", new Json.Text(id));
    members.put("decision", Json.Members.of(renamed));
    return ProposalReader.readRecorded(id, Json.Members.of(members)).orThrow();
  }

  private static LocalDate engineDay(Trail trail, long seq) {
    return ((Body.Audited) trail.at(seq).orElseThrow().content().body()).result().asOf();
  }

  private static List<Backtested> run(Trail trail, RuleBase rules, int threads) {
    List<Backtested> told = new ArrayList<>();
    try (Stream<StoredRecord> all = trail.decisions(Filter.ALL)) {
      new Backtest(trail, rules, threads).run(all, told::add);
    }
    return told;
  }

  private static BacktestTally backtest(Trail trail, RuleBase rules, Filter filter) {
    BacktestTally tally = new BacktestTally(100);
    try (Stream<StoredRecord> all = trail.decisions(filter)) {
      new Backtest(trail, rules, 2).run(all, tally::add);
    }
    return tally;
  }

  private AuditEngine engine(RuleBase rules) {
    Clock clock = Clock.fixed(Instant.parse("2026-01-15T12:00:00Z"), ZoneOffset.UTC);
    return AuditEngine.open(home, rules, clock, new SecureRandom(), ACTOR);
  }

  private static Proposal proposal(String yaml) {
    return ProposalReader.read(Source.of("bags.yaml", yaml)).orThrow();
  }
}
