package tribune.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tribune.rulebase.cases.Mutants;
import tribune.rulebase.cases.Mutation;
import tribune.rulebase.cases.MutationReport;

/**
 * The cases notice when a rule is edited. A sample of the edits of each check is tried in every
 * build, the same each time; {@code -Dmutants=all} tries all of them, and so does {@code tribune
 * rules mutate}.
 */
class MutationTest {
  private static final long SEED = 20_260_115L;
  private static final int OF_EACH_CHECK = 6;
  private static final int PERCENT = 95;

  @Test
  void the_cases_notice_nearly_every_edit_and_say_why_they_do_not_notice_the_others() {
    Mutants all = Mutants.of(Shipped.rules());
    boolean whole = "all".equals(System.getProperty("mutants"));
    Mutants tried = whole ? all : all.sample(OF_EACH_CHECK, SEED);
    MutationReport report =
        Mutation.of(Shipped.rules(), Shipped.cases(), tried, Shipped.gaps(), done -> {});
    assertThat(all.count()).isGreaterThan(1_000);
    assertThat(report.unnoticed()).as("seed %d", SEED).isEmpty();
    assertThat(report.outOfDate()).isEmpty();
    assertThat(report.notCompiled()).isZero();
    assertThat(report.total().percent()).isGreaterThanOrEqualTo(PERCENT);
  }
}
