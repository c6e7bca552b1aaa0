package tribune.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tribune.decision.Asked;
import tribune.decision.Kind;
import tribune.rulebase.Foundations.Derived;
import tribune.rulebase.Foundations.Foundation;
import tribune.verdict.CheckId;

class FoundationsTest {
  private static final CheckId HEARD = new CheckId("DEA-02");

  @Test
  void a_check_builds_on_what_its_rules_and_the_derivations_behind_them_read() {
    Foundation foundation = of(SmallRuleBase.asShipped(), HEARD);

    assertThat(foundation.derived())
        .extracting(Derived::type)
        .containsExactly("Stakes", "UsableEvidence");
    assertThat(foundation.thresholds()).containsExactlyInAnyOrder("high-reach", "evidence-max-age");
    assertThat(foundation.members())
        .contains("decision.adverse", "decision.reach") // by the stakes
        .contains("evidence.collectedTo") // by usable evidence
        .contains("evidence.segments", "evidence.sampleSize") // through its member `item`
        .contains("segments", "segments.name", "segments.share", "segments.effect")
        .doesNotContain("decision.retroactive", "decision.kind");
  }

  @Test
  void a_check_without_derived_facts_builds_on_the_proposal_alone() {
    Foundation foundation = of(SmallRuleBase.asShipped(), new CheckId("DEA-01"));

    assertThat(foundation.derived()).isEmpty();
    assertThat(foundation.thresholds()).isEmpty();
    assertThat(foundation.members())
        .containsExactlyInAnyOrder(
            "decision",
            "decision.kind",
            "decision.adverse",
            "decision.retroactive",
            "decision.grandfathered");
  }

  @Test
  void a_derived_fact_means_what_the_comment_directly_above_its_declaration_says() {
    SmallRuleBase commented =
        SmallRuleBase.asShipped()
            .replacing(
                "derivations.drl",
                "declare UsableEvidence",
                "// Not this.\n\n// Recent enough,\n// by its last day.\ndeclare UsableEvidence");

    assertThat(of(commented, HEARD).derived().get(1).meaning())
        .isEqualTo("Recent enough, by its last day.");
  }

  @Test
  void words_in_texts_and_reasons_are_no_reads() {
    SmallRuleBase misleading =
        SmallRuleBase.asShipped()
            .replacing(
                SmallRuleBase.DRL,
                "audit.fails( \"a sample of nobody says nothing\" );",
                "audit.fails( \"no new Stakes, title or summary\" );");

    assertThat(of(misleading, HEARD)).isEqualTo(of(SmallRuleBase.asShipped(), HEARD));
  }

  @Test
  void proposers_are_asked_by_the_checks_that_can_apply_to_their_kind() {
    RuleBaseFiles files = SmallRuleBase.asShipped().files();
    Asked pricing = ProposalQuestions.of(files, Kind.PRICING).orThrow();
    Asked policy = ProposalQuestions.of(files, Kind.POLICY).orThrow();

    assertThat(pricing.by()).isEqualTo("small 1.0.0");
    assertThat(pricing.asking()).containsKeys("decision.retroactive", "evidence.segments");
    assertThat(policy.asking()).containsOnlyKeys("segments.effect", "evidence.segments");
    assertThat(pricing.weighing().get("decision.adverse")).containsExactly("DEA-01", "DEA-02");
    assertThat(policy.weighing().get("decision.adverse")).containsExactly("DEA-02");
    assertThat(policy.weighing())
        .containsKey("segments.share")
        .doesNotContainKeys("segments", "evidence", "segments.effect");
  }

  private static Foundation of(SmallRuleBase rules, CheckId check) {
    return Foundations.of(rules.files()).orThrow().of(check);
  }
}
