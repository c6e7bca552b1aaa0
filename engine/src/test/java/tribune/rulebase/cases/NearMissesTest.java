package tribune.rulebase.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.SmallRuleBase;
import tribune.rulebase.cases.NearMisses.Nearness;

/** Near a threshold is within one of its last digit, and nothing further away counts. */
class NearMissesTest {

  @ParameterizedTest
  @CsvSource({
    "8.9%, 2023-01-01, '', ''",
    "9%, 2024-01-15, BELOW, AT",
    "10%, 2024-02-10, AT, BELOW",
    "10.5%, 2024-01-01, ABOVE, ABOVE",
    "11.1%, 2025-12-01, '', ''"
  })
  void a_value_is_seen_on_its_side(String reach, String day, String ofReach, String ofAge) {
    String cases =
        """
        asOf: 2026-01-15
        cases:
          - name: one
            check: DEA-01
            outcome: NEEDS_EVIDENCE
            missing: [decision.retroactive]
            proposal:
              decision: {kind: PRICING, adverse: yes, reach: %s}
              evidence: [{id: E1, method: SURVEY, collectedTo: %s}]
        """;
    SmallRuleBase small = SmallRuleBase.asShipped().with(Deals.CASES, cases.formatted(reach, day));
    RuleBaseFiles files = small.files();
    List<NearMisses.OfThreshold> near =
        NearMisses.of(small.load(), CaseFile.readAll(files).orThrow(), CompiledRulesCache.none())
            .orThrow();
    assertThat(near)
        .extracting(it -> it.threshold().id())
        .containsExactly("evidence-max-age", "high-reach");
    assertThat(near.get(0).seen()).isEqualTo(side(ofAge));
    assertThat(near.get(1).seen()).isEqualTo(side(ofReach));
  }

  private static Set<Nearness> side(String word) {
    return word.isEmpty() ? Set.of() : Set.of(Nearness.valueOf(word));
  }
}
