package tribune.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tribune.decision.Level;
import tribune.decision.Proposal;
import tribune.decision.ProposalReader;
import tribune.document.Source;
import tribune.rulebase.cases.CaseFile;
import tribune.verdict.CheckId;
import tribune.verdict.Finding;
import tribune.verdict.Ground;
import tribune.verdict.Outcome;
import tribune.verdict.Recommendation;
import tribune.verdict.Value;

class RuleBaseTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
  private static final RuleBase SMALL = SmallRuleBase.asShipped().load();

  static final String LOSING_DEAL =
      """
      decision: {id: X-1, title: x, kind: PRICING, adverse: yes, reach: 35%, retroactive: yes}
      segments: [{name: families, share: 30%, effect: WORSE}]
      """;

  @TestFactory
  Stream<DynamicTest> every_case_beside_the_rules_holds() {
    return CaseFile.readAll(SMALL.files()).orThrow().stream()
        .map(
            it ->
                DynamicTest.dynamicTest(
                    it.expected().check() + ": " + it.expected().name(),
                    () -> assertThat(it.run(SMALL)).isEmpty()));
  }

  @Test
  void every_check_has_exactly_one_finding_in_the_order_of_ids() {
    List<String> ids =
        evaluate(LOSING_DEAL).findings().stream().map(it -> it.check().text()).toList();
    assertThat(ids).containsExactly("DEA-01", "DEA-02");
  }

  @Test
  void a_failing_check_says_why_with_facts_values_and_thresholds_of_the_match() {
    Ground ground = fail(evaluate(LOSING_DEAL), "DEA-02").grounds().shown().get(0);
    assertThat(ground.rule()).isEqualTo("DEA-02 fails");
    assertThat(ground.reason()).isEqualTo("segment families loses and nobody asked it");
    assertThat(ground.facts().shown()).containsExactly("segments[families]");
    assertThat(ground.values())
        .containsExactly(
            new Value("high-reach", "10%", "threshold"),
            new Value("name", "families", "segments[families].name"),
            new Value("share", "30%", "segments[families].share"));
  }

  @Test
  void a_derived_fact_leads_back_to_the_submitted_one() {
    Evaluation evaluation =
        evaluate(LOSING_DEAL + "evidence: [{id: E1, sampleSize: 0, collectedTo: 2025-12-01}]\n");
    Ground ground =
        fail(evaluation, "DEA-02").grounds().shown().stream()
            .filter(it -> it.rule().equals("DEA-02 fails: a small sample"))
            .findFirst()
            .orElseThrow();
    assertThat(ground.reason()).isEqualTo("a sample of nobody says nothing; see E1");
    assertThat(ground.facts().shown()).containsExactly("evidence[E1]");
    assertThat(ground.values())
        .containsExactly(new Value("sampleSize", "0", "evidence[E1].sampleSize"));
  }

  @Test
  void rules_take_the_day_of_submission_for_today() {
    String heard =
        LOSING_DEAL + "evidence: [{id: E1, collectedTo: 2023-06-01, segments: [families]}]\n";
    String submitted = heard.replace("reach: 35%", "reach: 35%, submittedOn: 2024-01-01");
    assertThat(outcome(evaluate(heard), "DEA-02")).isEqualTo(Outcome.FAIL);
    assertThat(outcome(evaluate(submitted), "DEA-02")).isEqualTo(Outcome.PASS);
    assertThat(evaluate(submitted).asOf()).isEqualTo(LocalDate.of(2024, 1, 1));
  }

  @Test
  void a_day_of_submission_that_has_not_come_yet_makes_no_evidence_count() {
    String future =
        LOSING_DEAL.replace("reach: 35%", "reach: 35%, submittedOn: 2035-01-01")
            + "evidence: [{id: E1, collectedTo: 2023-12-01, segments: [families]}]\n";
    assertThat(evaluate(future).asOf()).isEqualTo(DAY);
    assertThat(outcome(evaluate(future), "DEA-02")).isEqualTo(Outcome.FAIL);
  }

  @Test
  void a_value_that_a_rule_computes_is_not_said_to_stand_in_the_proposal() {
    RuleBase computing =
        SmallRuleBase.asShipped()
            .replacing(
                SmallRuleBase.DRL,
                "$share : share >= $min,",
                "share >= $min, $double : share.add( share ), $letters : name.length(),")
            .load();
    Finding.Fail fail =
        (Finding.Fail) finding(computing.evaluate(proposal(LOSING_DEAL), DAY), "DEA-02");
    assertThat(fail.grounds().shown().get(0).values())
        .contains(
            new Value("double", "0.6", "computed from segments[families].share"),
            new Value("letters", "8", "computed from segments[families].name"));
  }

  @Test
  void values_are_read_on_both_sides_of_an_or() {
    RuleBase either =
        SmallRuleBase.asShipped()
            .replacing(
                SmallRuleBase.DRL,
                "    Decision( $retroactive : retroactive == Tri.YES, $grandfathered :"
                    + " grandfathered != Tri.YES )",
                "    ( Decision( $retroactive : retroactive == Tri.YES ) or Decision( $retroactive :"
                    + " grandfathered == Tri.NO ) )")
            .load();
    Finding.Fail fail =
        (Finding.Fail) finding(either.evaluate(proposal(LOSING_DEAL), DAY), "DEA-01");
    assertThat(fail.grounds().shown().get(0).values())
        .contains(new Value("retroactive", "yes", "decision.retroactive"));
  }

  @Test
  void the_stakes_and_their_reasons_come_from_the_rules() {
    Evaluation evaluation = evaluate(LOSING_DEAL);
    assertThat(evaluation.stakes()).isEqualTo(Level.HIGH);
    assertThat(evaluation.stakesBecause()).containsExactly("adverse and wide");
    assertThat(evaluation.recommendation()).isEqualTo(Recommendation.REVISE);
  }

  @Test
  void the_same_proposal_gives_an_equal_evaluation_every_time() {
    StringBuilder many = new StringBuilder(LOSING_DEAL.replace("]\n", ""));
    for (int i = 0; i < 200; i++) {
      many.append(", {name: s").append(i).append(", share: 20%, effect: WORSE}");
    }
    many.append("]\n");
    Evaluation first = evaluate(many.toString());
    assertThat(fail(first, "DEA-02").grounds().omitted()).isEqualTo(193);
    for (int i = 0; i < 5; i++) {
      assertThat(evaluate(many.toString())).isEqualTo(first);
    }
  }

  @Test
  void thresholds_are_data_and_changing_one_changes_the_version_and_the_outcome() {
    RuleBase stricter = SmallRuleBase.asShipped().replacing("thresholds.yaml", "10%", "31%").load();
    assertThat(stricter.sha256()).isNotEqualTo(SMALL.sha256());
    Evaluation evaluation = stricter.evaluate(proposal(LOSING_DEAL), DAY);
    assertThat(outcome(evaluation, "DEA-02")).isEqualTo(Outcome.PASS);
  }

  @Test
  void a_test_case_is_no_part_of_the_version() {
    RuleBaseFiles more =
        SmallRuleBase.asShipped().with("principles/deal/more.cases.yaml", "cases: []").files();
    assertThat(more.sha256()).isEqualTo(SMALL.sha256());
    assertThat(more.cases()).hasSize(2);
  }

  @Test
  void a_rule_base_without_checks_never_passes_anything() {
    SmallRuleBase empty =
        SmallRuleBase.asShipped()
            .without(SmallRuleBase.DRL)
            .without("principles/deal/principle.yaml");
    assertThat(empty.load().evaluate(proposal(LOSING_DEAL), DAY).recommendation())
        .isEqualTo(Recommendation.NONE);
  }

  static Proposal proposal(String yaml) {
    return ProposalReader.read(Source.of("proposal.yaml", yaml)).orThrow();
  }

  static Outcome outcome(Evaluation evaluation, String check) {
    return finding(evaluation, check).outcome();
  }

  static Finding finding(Evaluation evaluation, String check) {
    return evaluation.findings().stream()
        .filter(it -> it.check().equals(new CheckId(check)))
        .findFirst()
        .orElseThrow();
  }

  private static Finding.Fail fail(Evaluation evaluation, String check) {
    return (Finding.Fail) finding(evaluation, check);
  }

  private static Evaluation evaluate(String yaml) {
    return SMALL.evaluate(proposal(yaml), DAY);
  }
}
