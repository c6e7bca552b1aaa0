package tribune.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.cases.Coverage;

/** The cases leave nothing out: no outcome of a check, no rule, and no side of a condition. */
class CoverageTest {
  private static final Coverage COVERAGE =
      Coverage.of(
              Shipped.rules(), Shipped.cases(), Set.of(), Shipped.gaps(), CompiledRulesCache.none())
          .orThrow();

  @Test
  void every_outcome_rule_and_condition_is_exercised() {
    assertThat(COVERAGE.gaps()).isEmpty();
  }

  @Test
  void no_reason_for_a_gap_is_out_of_date() {
    assertThat(COVERAGE.outOfDate()).isEmpty();
  }

  @Test
  void there_is_much_to_exercise() {
    assertThat(COVERAGE.outcomes().all()).isGreaterThan(50);
    assertThat(COVERAGE.rules().all()).isEqualTo(DrlText.rules().size());
    assertThat(COVERAGE.conditions().all()).isGreaterThan(700);
  }
}
