package tribune.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.decision.ProposalReader;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.engine.AuditEngine;
import tribune.engine.RecordedRules;
import tribune.rulebase.Budget;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.SmallRuleBase;
import tribune.trail.Actor;
import tribune.trail.Body;
import tribune.trail.Rehearsal;
import tribune.trail.Trail;
import tribune.verdict.Verdict;

/** Nothing goes live that was not checked, tested and run on the history. */
class CandidateTest {
  private static final Actor ACTOR = new Actor("board", null, "localhost");

  @TempDir Path home;

  @Test
  void what_went_through_all_three_goes_live_with_what_came_of_them() {
    try (AuditEngine engine = engine()) {
      engine.audit(
          ProposalReader.read(
                  Source.of(
                      "bags.yaml",
                      "decision: {id: BAGS, title: A fee, kind: PRICING, adverse: yes, retroactive: yes}"))
              .orThrow());
      Candidate candidate =
          candidate(
              SmallRuleBase.sound()
                  .replacing(
                      "principles/deal/principle.yaml", "severity: MAJOR", "severity: MINOR"));
      assertThat(candidate.test().holds()).isTrue();
      assertThat(candidate.backtest(Optional.of(engine.trail()), 2, 0, one -> {}).flipped())
          .isEqualTo(1);

      candidate.activate(engine.trail(), ACTOR, "it weighed too much");

      Body.Activated inForce =
          (Body.Activated) engine.trail().inForce().orElseThrow().content().body();
      assertThat(inForce.reason()).isEqualTo("it weighed too much");
      assertThat(inForce.rehearsal())
          .isEqualTo(
              new Rehearsal(
                  candidate.warnings().size(),
                  5,
                  2,
                  1,
                  0,
                  List.of(new Rehearsal.Flips(Verdict.FAIL, Verdict.PASS, 1))));
      assertThat(RecordedRules.files(engine.trail(), inForce.ruleBase()).files())
          .containsExactlyInAnyOrderEntriesOf(candidate.rules().files().files());
    }
  }

  @Test
  void without_a_test_or_a_backtest_nothing_goes_live() {
    try (AuditEngine engine = engine()) {
      Trail trail = engine.trail();
      Candidate candidate = candidate(SmallRuleBase.sound());
      assertThatThrownBy(() -> candidate.activate(trail, ACTOR, "why"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("found no test and no backtest");
      candidate.test();
      assertThatThrownBy(() -> candidate.activate(trail, ACTOR, "why"))
          .hasMessageContaining("found 5 of 5 cases and no backtest");
      assertThat(trail.inForce()).isEmpty();
    }
  }

  @Test
  void a_case_that_does_not_hold_keeps_it_from_going_live() {
    try (AuditEngine engine = engine()) {
      Candidate candidate =
          candidate(
              SmallRuleBase.sound()
                  .replacing(
                      SmallRuleBase.DRL, "existing customers lose the deal they have", "other"));
      assertThat(candidate.test().holds()).isFalse();
      candidate.backtest(Optional.of(engine.trail()), 1, 0, one -> {});
      assertThatThrownBy(() -> candidate.activate(engine.trail(), ACTOR, "why"))
          .hasMessageContaining("found 4 of 5 cases and a backtest");
      assertThat(engine.trail().inForce()).isEmpty();
    }
  }

  @Test
  void an_error_is_no_candidate_at_all() {
    Reading<Candidate> broken =
        Candidate.of(
            SmallRuleBase.asShipped()
                .replacing(SmallRuleBase.DRL, "kind == Kind.PRICING", "knd == Kind.PRICING")
                .files(),
            CompiledRulesCache.none(),
            Budget.DEFAULT);
    assertThat(broken).isInstanceOf(Reading.Faulty.class);
  }

  private static Candidate candidate(SmallRuleBase small) {
    return Candidate.of(small.files(), CompiledRulesCache.none(), Budget.DEFAULT).orThrow();
  }

  private AuditEngine engine() {
    Clock clock = Clock.fixed(Instant.parse("2026-01-15T12:00:00Z"), ZoneOffset.UTC);
    return AuditEngine.open(
        home, SmallRuleBase.asShipped().load(), clock, new SecureRandom(), ACTOR);
  }
}
