package tribune.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.decision.Proposal;
import tribune.decision.ProposalReader;
import tribune.decision.RandomProposals;
import tribune.document.Source;
import tribune.engine.AuditEngine;
import tribune.rulebase.Budget;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.RuleBase;
import tribune.rulebase.SmallRuleBase;
import tribune.schema.RecordWriter;
import tribune.trail.Actor;
import tribune.trail.AuditResult;
import tribune.trail.Body;
import tribune.trail.DecisionRef;
import tribune.trail.Draft;
import tribune.trail.Samples;
import tribune.trail.StoredRecord;
import tribune.trail.Trail;

/** Running a record again gives the recorded bytes, or says what is different. */
class ReplayTest {
  private static final long SEED = 4_711L;
  private static final Actor ACTOR = new Actor("board", null, "localhost");
  private static final String FAILING =
      "decision: {id: BAGS, title: A fee, kind: PRICING, adverse: yes, retroactive: yes}";

  @TempDir Path home;

  @Test
  void what_is_run_again_years_later_is_the_same_byte_for_byte() {
    List<Proposal> proposals = differentDecisions(200);
    try (AuditEngine engine = engine(SmallRuleBase.asShipped().load(), "2026-01-15T12:00:00Z")) {
      proposals.forEach(engine::audit);
    }
    try (AuditEngine later = engine(SmallRuleBase.asShipped().load(), "2031-07-01T00:00:00Z")) {
      List<Replayed> replayed = all(later);

      assertThat(replayed).hasSameSizeAs(proposals).allMatch(Replayed.Identical.class::isInstance);
      assertThat(replayed)
          .as("whatever the threads do, in the order of the trail")
          .extracting(it -> it.stored().seq())
          .isSorted();
    }
  }

  @Test
  void an_audit_is_run_on_the_rule_base_it_was_made_with() {
    RuleBase stricter =
        SmallRuleBase.asShipped()
            .replacing(SmallRuleBase.DRL, "grandfathered != Tri.YES", "grandfathered == Tri.NO")
            .load();
    try (AuditEngine engine = engine(SmallRuleBase.asShipped().load(), "2026-01-15T12:00:00Z")) {
      engine.audit(proposal(FAILING));
    }
    try (AuditEngine engine = engine(stricter, "2026-01-16T12:00:00Z")) {
      engine.audit(proposal(FAILING));

      assertThat(all(engine)).hasSize(2).allMatch(Replayed.Identical.class::isInstance);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"at \" + System.nanoTime()",
        "\"perhaps \" + Math.random()",
        "\"in the order of \" + System.identityHashCode( new Object() )"
      })
  void a_rule_that_reads_a_clock_chance_or_the_memory_cannot_be_loaded(String reason) {
    SmallRuleBase bad =
        SmallRuleBase.asShipped()
            .replacing(SmallRuleBase.DRL, "\"existing customers lose the deal they have\"", reason);
    assertThat(bad.mistakes()).contains("deal.drl:");
  }

  @Test
  void an_engine_that_was_stopped_by_another_budget_is_found_out() {
    RuleBase hasty = SmallRuleBase.asShipped().load(Budget.DEFAULT.withFirings(1));
    try (AuditEngine engine = engine(hasty, "2026-01-15T12:00:00Z")) {
      engine.audit(proposal(FAILING));

      Replayed replayed = onlyOne(engine);

      assertThat(replayed).isInstanceOf(Replayed.Drifted.class);
      assertThat(((Replayed.Drifted) replayed).drifts())
          .extracting(Drift::path)
          .anyMatch(path -> path.startsWith("findings[DEA-01]"));
    }
  }

  @Test
  void a_result_that_no_rule_base_gives_drifts_in_every_member_that_differs() {
    try (AuditEngine engine = engine(SmallRuleBase.asShipped().load(), "2026-01-15T12:00:00Z")) {
      engine.audit(proposal(FAILING));
      Trail trail = engine.trail();
      StoredRecord sound = trail.find("BAGS").orElseThrow();
      Body.Audited audited = (Body.Audited) sound.content().body();
      Proposal facts = proposal(FAILING.replace("BAGS", "LIE"));
      trail.append(
          new Draft(
              ACTOR,
              new DecisionRef("LIE", 1, audited.decision().kind(), "A fee"),
              AuditEngine.FACTS_SCHEMA,
              RecordWriter.json(facts),
              trail.ruleBase(audited.ruleBase().sha256()).orElseThrow(),
              audited.engine(),
              AuditResult.of(
                  audited.result().stakes(),
                  List.of(),
                  audited.result().asOf(),
                  audited.result().findings().subList(1, 2))));

      Replayed replayed =
          new Replay(trail, CompiledRulesCache.none())
              .of(trail.find("LIE").orElseThrow())
              .orElseThrow();

      assertThat(replayed).isInstanceOf(Replayed.Drifted.class);
      assertThat(((Replayed.Drifted) replayed).drifts())
          .extracting(Drift::path)
          .contains("verdict", "recommendation", "counts.fail", "findings[DEA-01]");
    }
  }

  @Test
  void facts_of_another_form_and_rules_that_do_not_load_are_not_replayable() {
    try (AuditEngine engine = engine(SmallRuleBase.asShipped().load(), "2026-01-15T12:00:00Z")) {
      engine.trail().append(Samples.draft("OLD", 1));

      Replayed replayed = onlyOne(engine);

      assertThat(replayed).isInstanceOf(Replayed.NotReplayable.class);
      assertThat(((Replayed.NotReplayable) replayed).why()).isNotBlank();
    }
  }

  @Test
  void records_that_are_no_audits_are_passed_over() {
    try (AuditEngine engine = engine(SmallRuleBase.asShipped().load(), "2026-01-15T12:00:00Z")) {
      Replay replay = new Replay(engine.trail(), CompiledRulesCache.none());

      assertThat(replay.of(engine.trail().at(0).orElseThrow())).isEmpty();
      assertThat(all(engine)).isEmpty();
    }
  }

  private static List<Proposal> differentDecisions(int count) {
    RandomProposals random = new RandomProposals(SEED);
    Map<String, Proposal> byId = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      Proposal proposal = random.sound();
      byId.put(proposal.decision().id(), proposal);
    }
    return List.copyOf(byId.values());
  }

  private static List<Replayed> all(AuditEngine engine) {
    List<Replayed> all = new ArrayList<>();
    new Replay(engine.trail(), CompiledRulesCache.none()).all(3, all::add);
    return all;
  }

  private static Replayed onlyOne(AuditEngine engine) {
    List<Replayed> all = all(engine);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private AuditEngine engine(RuleBase rules, String at) {
    Clock clock = Clock.fixed(Instant.parse(at), ZoneOffset.UTC);
    return AuditEngine.open(home, rules, clock, new SecureRandom(), ACTOR);
  }

  private static Proposal proposal(String yaml) {
    return ProposalReader.read(Source.of("bags.yaml", yaml)).orThrow();
  }
}
