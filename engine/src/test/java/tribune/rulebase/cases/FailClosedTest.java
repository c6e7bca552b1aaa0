package tribune.rulebase.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tribune.document.Diagnostic;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.SmallRuleBase;

/** A check that passes on what nobody said is found out. */
class FailClosedTest {
  private static final String DRL = "principles/deal/deal.drl";
  private static final String PRINCIPLE = "principles/deal/principle.yaml";

  @Test
  void a_check_that_asks_for_what_it_needs_is_closed() {
    FailClosed.Tried tried = tried(SmallRuleBase.asShipped());
    assertThat(tried.tried()).isPositive();
    assertThat(tried.passing()).isEmpty();
  }

  @Test
  void a_check_that_takes_unstated_for_no_is_named_with_the_fact_and_the_case() {
    SmallRuleBase open =
        SmallRuleBase.asShipped()
            .replacing(
                DRL,
                "retroactive == Tri.UNSTATED",
                "retroactive == Tri.UNSTATED, adverse == Tri.NO");
    assertThat(tried(open).passing())
        .extracting(Diagnostic::message)
        .containsExactly(
            "DEA-01 passes although decision.retroactive is not stated:"
                + " a price rise for new customers only passes");
  }

  @Test
  void a_fact_that_may_be_missing_for_a_reason_is_left_out() {
    SmallRuleBase open =
        SmallRuleBase.asShipped()
            .replacing(
                DRL,
                "retroactive == Tri.UNSTATED",
                "retroactive == Tri.UNSTATED, adverse == Tri.NO")
            .replacing(
                PRINCIPLE,
                "  - id: DEA-01\n",
                "  - id: DEA-01\n    optional: [{fact: decision.retroactive, why: it is rare}]\n");
    assertThat(tried(open).passing()).isEmpty();
  }

  private static FailClosed.Tried tried(SmallRuleBase small) {
    RuleBaseFiles files = small.files();
    return FailClosed.of(small.load(), CaseFile.readAll(files).orThrow(), Set.copyOf(Deals.CHECK))
        .orThrow();
  }
}
