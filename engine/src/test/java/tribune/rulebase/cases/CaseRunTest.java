package tribune.rulebase.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tribune.rulebase.RuleBase;
import tribune.rulebase.SmallRuleBase;

class CaseRunTest {
  @Test
  void cases_that_hold_are_counted() {
    CaseRun run = run(SmallRuleBase.asShipped());
    assertThat(run.holds()).isTrue();
    assertThat(run.cases()).isEqualTo(5);
    assertThat(run.passed()).isEqualTo(5);
  }

  @Test
  void a_case_that_does_not_hold_is_named_with_what_was_found_and_expected() {
    SmallRuleBase broken =
        SmallRuleBase.asShipped()
            .replacing(SmallRuleBase.DRL, "adverse == Tri.YES )", "adverse != Tri.YES )")
            .replacing(
                SmallRuleBase.DRL, "existing customers lose the deal they have", "they lose it");
    CaseRun run = run(broken);
    assertThat(run.holds()).isFalse();
    assertThat(run.passed()).isEqualTo(2);
    assertThat(run.failures().get(0).text())
        .isEqualTo(
            """
            error[RC-001]: DEA-01 does not answer as the case says: a retroactive price rise without grandfathering fails
             --> small/principles/deal/deal.cases.yaml:3:11
            3 |   - name: a retroactive price rise without grandfathering fails
              |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = outcome: found NOT_APPLICABLE, expected FAIL\
            """);
  }

  @Test
  void a_reason_that_differs_fails_the_case() {
    SmallRuleBase other =
        SmallRuleBase.asShipped()
            .replacing(SmallRuleBase.DRL, "existing customers lose the deal they have", "they do");
    assertThat(run(other).failures())
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.notes())
                    .containsExactly(
                        "reason: found [they do], expected existing customers lose the deal they"
                            + " have"));
  }

  @Test
  void a_case_may_name_all_reasons_and_then_fails_on_one_too_many() {
    String reason = "segment families loses and nobody asked it";
    SmallRuleBase exact =
        SmallRuleBase.asShipped()
            .replacing(Deals.CASES, "reason: " + reason, "reasons: [" + reason + "]");
    assertThat(run(exact).holds()).isTrue();
    SmallRuleBase more =
        exact.adding(
            SmallRuleBase.DRL,
            """

            rule "DEA-02 fails: planted" extends "DEA-02 applies"
            when
                exists CustomerSegment()
            then
                audit.fails( "planted" );
            end
            """);
    assertThat(run(more).failures())
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.notes())
                    .containsExactly(
                        "reasons: found ["
                            + reason
                            + ", planted], expected exactly ["
                            + reason
                            + "]"));
  }

  @Test
  void a_case_of_a_check_that_is_not_there_fails() {
    SmallRuleBase small =
        SmallRuleBase.asShipped().replacing(Deals.CASES, "check: DEA-02", "check: DEA-09");
    assertThat(run(small).failures())
        .singleElement()
        .satisfies(
            it -> assertThat(it.notes()).containsExactly("the rule base has no check DEA-09"));
  }

  private static CaseRun run(SmallRuleBase small) {
    RuleBase rules = small.load();
    return CaseRun.of(CaseFile.readAll(rules.files()).orThrow(), rules);
  }
}
