package tribune.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tribune.decision.Kind;
import tribune.decision.Proposal;
import tribune.decision.ProposalReader;
import tribune.decision.RandomProposals;
import tribune.document.Source;
import tribune.rulebase.Check;
import tribune.rulebase.Evaluation;
import tribune.verdict.Finding;
import tribune.verdict.Outcome;
import tribune.verdict.Verdict;

/** An audit always speaks: of proposals that are random in every member, empty, or absurd. */
class EveryProposalTest {
  private static final long SEED = 7_001L;
  private static final int PROPOSALS = 1_500;

  @Test
  void every_check_has_exactly_one_finding_and_none_is_an_error() {
    RandomProposals random = new RandomProposals(SEED);
    List<String> ids = Shipped.checks().stream().map(Check::id).toList();
    Map<Outcome, Integer> found = new EnumMap<>(Outcome.class);
    for (int i = 0; i < PROPOSALS; i++) {
      Proposal proposal = random.any();
      String what = "proposal " + i + " of seed " + SEED;
      List<Finding> findings = evaluate(proposal).findings();
      assertThat(findings).as(what).extracting(it -> it.check().text()).isEqualTo(ids);
      findings.forEach(it -> found.merge(it.outcome(), 1, Integer::sum));
    }
    assertThat(found)
        .containsOnlyKeys(
            Outcome.PASS, Outcome.FAIL, Outcome.NEEDS_EVIDENCE, Outcome.NOT_APPLICABLE);
  }

  @Test
  void the_same_proposal_gives_the_same_findings_again() {
    RandomProposals random = new RandomProposals(SEED + 1);
    for (int i = 0; i < 300; i++) {
      Proposal proposal = random.any();
      assertThat(evaluate(proposal)).as("proposal " + i).isEqualTo(evaluate(proposal));
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_proposal_that_states_nothing_fails_nothing_and_passes_nothing_that_needs_facts(Kind kind) {
    String yaml = "decision: {id: NOTHING, title: nothing is stated, kind: " + kind + "}";
    Evaluation evaluation = evaluate(ProposalReader.read(Source.of("x", yaml)).orThrow());
    assertThat(evaluation.findings())
        .noneMatch(it -> it.outcome() == Outcome.FAIL || it.outcome() == Outcome.ERROR)
        .noneMatch(it -> it.outcome() == Outcome.PASS);
    assertThat(evaluation.recommendation().verdict()).isEqualTo(Verdict.INCOMPLETE);
  }

  private static Evaluation evaluate(Proposal proposal) {
    return Shipped.rules().evaluate(proposal, Shipped.DAY);
  }
}
