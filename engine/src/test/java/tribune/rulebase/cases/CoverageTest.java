package tribune.rulebase.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static tribune.rulebase.cases.Deals.coverage;

import java.util.List;
import org.junit.jupiter.api.Test;
import tribune.document.Diagnostic;
import tribune.rulebase.SmallRuleBase;

class CoverageTest {
  private static final String DEAL = "small/principles/deal/deal.drl:";

  private static final String NEVER_FALSE =
      """
      neverFalse:
        - where: DEA-01 applies
          condition: adverse ==   Tri.YES
          reason: a test says so
        - where: DEA-01 fails
          condition: "$grandfathered : grandfathered != Tri.YES"
          reason: a test says so
      """;

  @Test
  void a_condition_that_no_case_shows_false_is_named_at_its_place() {
    Coverage coverage = coverage(SmallRuleBase.asShipped());
    assertThat(lines(coverage.gaps()))
        .containsExactly(
            DEAL + "8:37 `DEA-01 applies`: no case makes this false: adverse == Tri.YES",
            DEAL
                + "22:54 `DEA-01 fails`: no case makes this false:"
                + " $grandfathered : grandfathered != Tri.YES");
    assertThat(coverage.conditions()).isEqualTo(new Coverage.Tally(8, 10));
    assertThat(coverage.isWhole()).isFalse();
  }

  @Test
  void cases_that_exercise_everything_leave_no_gap() {
    Coverage coverage = coverage(Deals.withAllCases());
    assertThat(coverage.gaps()).isEmpty();
    assertThat(coverage.isWhole()).isTrue();
    assertThat(coverage.outcomes()).hasToString("4 of 4");
    assertThat(coverage.rules()).hasToString("3 of 3");
    assertThat(coverage.conditions()).hasToString("10 of 10");
  }

  @Test
  void a_rule_that_fires_in_no_case_is_named_and_so_is_what_keeps_it_from_firing() {
    Coverage coverage =
        coverage(
            Deals.withAllCases()
                .adding(
                    SmallRuleBase.DRL,
                    """

                    rule "DEA-01 fails: planted" extends "DEA-01 applies"
                    when
                        not CustomerSegment( share == null, vulnerable == Tri.YES )
                        Decision( retroactive == Tri.YES, reach != null /* never stated */ )
                    then
                        audit.fails( "planted" );
                    end
                    """));
    assertThat(lines(coverage.gaps()))
        .containsExactly(
            DEAL + "58:1 `DEA-01 fails: planted` fires in no case",
            DEAL
                + "60:5 `DEA-01 fails: planted`: no case makes this false:"
                + " not CustomerSegment( share == null, vulnerable == Tri.YES )",
            DEAL + "60:26 `DEA-01 fails: planted`: no case makes this true: share == null",
            DEAL + "60:26 `DEA-01 fails: planted`: no case makes this false: share == null",
            DEAL + "60:41 `DEA-01 fails: planted`: no case makes this true: vulnerable == Tri.YES",
            DEAL + "60:41 `DEA-01 fails: planted`: no case makes this false: vulnerable == Tri.YES",
            DEAL + "61:39 `DEA-01 fails: planted`: no case makes this true: reach != null");
  }

  @Test
  void an_outcome_without_a_case_is_named_unless_a_note_says_that_it_is_never_so() {
    SmallRuleBase small =
        Deals.withAllCases().replacing(Deals.CASES, "outcome: NOT_APPLICABLE", "outcome: PASS");
    assertThat(lines(coverage(small).gaps()))
        .contains("small/principles/deal/principle.yaml:6:9 no case of DEA-01 is NOT_APPLICABLE");
    SmallRuleBase noted =
        small.replacing(
            "principles/deal/principle.yaml",
            "    severity: MAJOR\n",
            "    severity: MAJOR\n    notes: [It is never NOT_APPLICABLE.]\n");
    assertThat(lines(coverage(noted).gaps())).noneMatch(it -> it.contains("no case of"));
  }

  @Test
  void only_cases_of_a_check_exercise_it() {
    SmallRuleBase small =
        SmallRuleBase.asShipped()
            .adding(Deals.CASES, Deals.MISSING_CASES.replace("check: DEA-01", "check: DEA-02"));
    assertThat(coverage(small).gaps()).hasSize(2);
  }

  @Test
  void a_condition_that_is_never_false_for_a_reason_is_no_gap() {
    Coverage coverage = coverage(SmallRuleBase.asShipped().with("gaps.yaml", NEVER_FALSE));
    assertThat(coverage.isWhole()).isTrue();
    assertThat(coverage.conditions()).isEqualTo(new Coverage.Tally(8, 8));
  }

  @Test
  void a_reason_for_what_is_no_gap_is_reported() {
    Coverage shown = coverage(Deals.withAllCases().with("gaps.yaml", NEVER_FALSE));
    assertThat(lines(shown.outOfDate()))
        .containsExactly(
            "small/gaps.yaml:2:12 a case shows this condition false: adverse == Tri.YES",
            "small/gaps.yaml:5:12 a case shows this condition false:"
                + " $grandfathered : grandfathered != Tri.YES");
    Coverage gone =
        coverage(Deals.withAllCases().with("gaps.yaml", NEVER_FALSE.replace("Tri.YES", "Tri.NO")));
    assertThat(lines(gone.outOfDate()))
        .containsExactly(
            "small/gaps.yaml:2:12 there is no such condition: adverse == Tri.NO",
            "small/gaps.yaml:5:12 there is no such condition:"
                + " $grandfathered : grandfathered != Tri.NO");
    assertThat(gone.isWhole()).isFalse();
  }

  private static List<String> lines(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(it -> it.source() + ":" + it.place() + " " + it.message())
        .toList();
  }
}
