package tribune.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tribune.decision.Level;
import tribune.decision.Proposal;
import tribune.decision.ProposalReader;
import tribune.document.Source;
import tribune.rulebase.Evaluation;

/** Stakes say why they are what they are; at which values, the cases show. */
class StakesTest {
  @Test
  void all_reasons_for_high_stakes_are_named_with_their_numbers() {
    Evaluation evaluation =
        evaluate(
            """
            decision: {id: X-1, title: x, kind: PRICING, adverse: yes, reversibility: COSTLY, reach: 35%}
            segments: [{name: carers, vulnerable: yes}]
            financials: {shareOfRevenue: 2.5%}
            """);
    assertThat(evaluation.stakes()).isEqualTo(Level.HIGH);
    assertThat(evaluation.stakesBecause())
        .isEqualTo(
            List.of(
                "customers lose by it, and it reaches 35% of them",
                "customers lose by it, and vulnerable customers are among them",
                "it costs 2.5% of yearly revenue",
                "it is hard to take back, and reaches 35% of customers"));
  }

  @Test
  void low_stakes_say_why() {
    Evaluation evaluation =
        evaluate(
            """
            decision: {id: X-1, title: x, kind: POLICY, adverse: no, reversibility: EASY, reach: 0.5%}
            financials: {shareOfRevenue: 0.01%}
            """);
    assertThat(evaluation.stakes()).isEqualTo(Level.LOW);
    assertThat(evaluation.stakesBecause())
        .containsExactly(
            "it reaches few customers, takes nothing from them, is easy to take back and costs little");
  }

  @Test
  void medium_stakes_need_no_reason() {
    Evaluation evaluation = evaluate("decision: {id: X-1, title: x, kind: POLICY}");
    assertThat(evaluation.stakes()).isEqualTo(Level.MEDIUM);
    assertThat(evaluation.stakesBecause()).isEmpty();
  }

  private static Evaluation evaluate(String proposal) {
    Proposal read = ProposalReader.read(Source.of("proposal.yaml", proposal)).orThrow();
    return Shipped.rules().evaluate(read, Shipped.DAY);
  }
}
