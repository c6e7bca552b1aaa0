package tribune.rulebase.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static tribune.rulebase.cases.Deals.mutation;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tribune.document.Diagnostic;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.SmallRuleBase;
import tribune.rulebase.cases.MutationReport.Score;
import tribune.rulebase.cases.MutationReport.Survivor;

class MutationTest {
  private static final String DEAL = "small/principles/deal/deal.drl:";

  private static final String REASONS =
      """
      unnoticed:
        - where: DEA-01 applies
          before: adverse == Tri.YES
          after: (left out)
          reason: a test says so
        - where: DEA-01 fails
          before: "$grandfathered : grandfathered != Tri.YES"
          after: (left out)
          reason: a test says so
      """;

  @Test
  void cases_that_are_too_weak_leave_exactly_the_edits_that_they_cannot_notice() {
    MutationReport report = mutation(SmallRuleBase.asShipped(), Deals.CHECK);
    assertThat(report.unnoticed())
        .extracting(Survivor::toString)
        .containsExactly(
            DEAL + "8 DEA-01 applies: adverse == Tri.YES -> (left out)",
            DEAL + "22 DEA-01 fails: $grandfathered : grandfathered != Tri.YES -> (left out)");
    assertThat(report.scores()).containsExactly(new Score("DEA-01", 19, 17, 0));
    assertThat(report.total().percent()).isEqualTo(89);
    assertThat(report.holds()).isFalse();
  }

  @Test
  void strong_cases_notice_every_edit() {
    MutationReport report = mutation(Deals.withAllCases(), Deals.CHECK);
    assertThat(report.survivors()).isEmpty();
    assertThat(report.total()).isEqualTo(new Score("all", 19, 19, 0));
    assertThat(report.notCompiled()).isZero();
    assertThat(report.holds()).isTrue();
  }

  @Test
  void a_weak_case_lets_through_what_a_strong_one_notices() {
    SmallRuleBase weak =
        Deals.withAllCases()
            .replacing(Deals.CASES, "{kind: POLICY, adverse: yes}", "{kind: PRICING, adverse: no}");
    assertThat(mutation(weak, Deals.CHECK).unnoticed())
        .extracting(Survivor::toString)
        .containsExactly(DEAL + "8 DEA-01 applies: kind == Kind.PRICING -> (left out)");
  }

  @Test
  void derivations_and_thresholds_are_edited_too() {
    MutationReport report = mutation(SmallRuleBase.asShipped(), Set.of());
    assertThat(report.scores())
        .extracting(Score::owner)
        .containsExactly("DEA-01", "DEA-02", "derivations", "thresholds");
    assertThat(report.unnoticed())
        .extracting(Survivor::toString)
        .contains(
            "small/derivations.drl:22 derive high stakes: reach >= $min -> reach > $min",
            "small/derivations.drl:10 derive usable evidence:"
                + " rule \"derive usable evidence\" -> (left out)",
            "small/thresholds.yaml:5 evidence-max-age: 24 months -> 23 months",
            "small/thresholds.yaml:5 evidence-max-age: 24 months -> 25 months")
        .noneMatch(it -> it.contains("high-reach"));
  }

  @Test
  void a_survivor_with_a_reason_is_listed_apart() {
    MutationReport report =
        mutation(SmallRuleBase.asShipped().with("gaps.yaml", REASONS), Deals.CHECK);
    assertThat(report.unnoticed()).isEmpty();
    assertThat(report.explained())
        .hasSize(2)
        .allSatisfy(it -> assertThat(it.reason()).contains("a test says so"));
    assertThat(report.total()).isEqualTo(new Score("all", 19, 17, 2));
    assertThat(report.holds()).isTrue();
  }

  @Test
  void a_reason_has_to_be_given() {
    for (String without : List.of("", "    reason: ''\n")) {
      RuleBaseFiles files =
          SmallRuleBase.asShipped()
              .with("gaps.yaml", REASONS.replace("    reason: a test says so\n", without))
              .files();
      String mistakes = KnownGaps.read(files).fold(sound -> "", faulty -> faulty.text());
      assertThat(mistakes).contains("gaps.yaml:").contains("reason");
    }
  }

  @Test
  void a_reason_for_an_edit_that_a_case_notices_or_nobody_can_make_is_reported() {
    MutationReport noticed = mutation(Deals.withAllCases().with("gaps.yaml", REASONS), Deals.CHECK);
    assertThat(noticed.outOfDate())
        .extracting(Diagnostic::message)
        .containsExactly(
            "a case notices this edit: adverse == Tri.YES -> (left out)",
            "a case notices this edit: $grandfathered : grandfathered != Tri.YES -> (left out)");
    assertThat(noticed.holds()).isFalse();
    MutationReport gone =
        mutation(
            SmallRuleBase.asShipped().with("gaps.yaml", REASONS.replace("adverse", "advers")),
            Deals.CHECK);
    assertThat(gone.outOfDate())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.code()).isEqualTo(CaseCode.REASON_OUT_OF_DATE);
              assertThat(it.message()).startsWith("there is no such edit: advers == ");
              assertThat(it.place()).isNotNull();
            });
  }

  @Test
  void reasons_change_no_version() {
    assertThat(SmallRuleBase.asShipped().with("gaps.yaml", REASONS).files().sha256())
        .isEqualTo(SmallRuleBase.asShipped().files().sha256());
  }

  @Test
  void an_edit_that_does_not_compile_is_counted_apart() {
    SmallRuleBase small =
        Deals.withAllCases()
            .replacing(
                SmallRuleBase.DRL,
                "Decision( retroactive == Tri.UNSTATED )",
                "Decision( retroactive == Tri.UNSTATED || == null )");
    MutationReport report = mutation(small, Deals.CHECK);
    assertThat(report.notCompiled()).isEqualTo(1);
    assertThat(report.total().edits()).isGreaterThan(15);
  }

  @Test
  void a_sample_has_at_most_so_many_of_each_and_is_the_same_again() {
    Mutants all = Mutants.of(SmallRuleBase.asShipped().load());
    Mutants sample = all.sample(3, 17L);
    assertThat(sample.chosen()).hasSize(4 * 3).isEqualTo(all.sample(3, 17L).chosen());
    assertThat(sample.chosen()).isNotEqualTo(all.sample(3, 18L).chosen());
    assertThat(all.sample(1_000, 17L).count()).isEqualTo(all.count());
  }
}
