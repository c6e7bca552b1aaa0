package tribune.rulebase;

import static org.assertj.core.api.Assertions.assertThat;
import static tribune.rulebase.RuleBaseTest.LOSING_DEAL;
import static tribune.rulebase.RuleBaseTest.finding;
import static tribune.rulebase.RuleBaseTest.outcome;
import static tribune.rulebase.RuleBaseTest.proposal;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tribune.verdict.Finding;
import tribune.verdict.Outcome;
import tribune.verdict.Recommendation;

/** Rules that compile and then misbehave: the audit still speaks, and says which rule it was. */
class BrokenRulesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
  private static final String FAILS =
      "audit.fails( \"existing customers lose the deal they have\" );";

  @Test
  void a_rule_that_throws_makes_its_check_an_error_and_the_others_go_on() {
    Evaluation evaluation = evaluate(replacingFails("Days.of( null, null ); " + FAILS));
    assertThat(cause(evaluation, "DEA-01"))
        .startsWith("the rule `DEA-01 fails` broke: NullPointerException");
    assertThat(outcome(evaluation, "DEA-02")).isEqualTo(Outcome.FAIL);
    assertThat(evaluation.recommendation()).isEqualTo(Recommendation.NONE);
  }

  @Test
  void a_rule_that_throws_itself_is_refused() {
    for (String error :
        new String[] {"AssertionError", "NoSuchMethodError", "StackOverflowError"}) {
      String consequence = "if ( audit != null ) throw new " + error + "(); " + FAILS;
      assertThat(replacingFails(consequence).mistakes())
          .contains("error[RB-701]: the rule `DEA-01 fails`: `throw` has no place in a rule file");
    }
  }

  @Test
  void a_rule_that_takes_facts_away_from_others_is_refused() {
    SmallRuleBase rules =
        SmallRuleBase.asShipped()
            .replacing(
                SmallRuleBase.DRL,
                "    Decision( kind == Kind.PRICING, adverse == Tri.YES )\nthen\n",
                "    $d : Decision( adverse == Tri.YES )\nthen\n    delete( $d ); ");
    assertThat(rules.mistakes()).contains("error[RB-207]: `delete` is not allowed in a rule file");
  }

  @Test
  void a_rule_of_a_check_that_derives_spoils_every_finding() {
    String consequence = "insertLogical( new Stakes( Level.HIGH, \"again\" ) ); " + FAILS;
    assertThat(cause(evaluate(replacingFails(consequence)), "DEA-02"))
        .isEqualTo("the rule `DEA-01 fails` broke: it inserted a fact; only derivations may");
  }

  /** After a number of calls by reflection Java writes itself a class beside those of the rules. */
  @Test
  void the_same_rules_can_be_evaluated_any_number_of_times() {
    RuleBase rules = SmallRuleBase.asShipped().load();
    Evaluation first = rules.evaluate(proposal(LOSING_DEAL), DAY);
    for (int i = 0; i < 100; i++) {
      assertThat(rules.evaluate(proposal(LOSING_DEAL), DAY)).isEqualTo(first);
    }
  }

  @Test
  void a_rule_cannot_tell_where_an_object_lies() {
    assertThat(cause(evaluate(replacingFails("audit.fails( \"\" + audit );")), "DEA-01"))
        .contains("a Reporter is no value that can be written");
  }

  @Test
  void a_rule_that_fires_and_says_nothing_is_an_error() {
    assertThat(cause(evaluate(replacingFails("audit.note( \"x\" );")), "DEA-01"))
        .isEqualTo("the rule `DEA-01 fails` broke: it fired but reported nothing");
  }

  @Test
  void a_rule_that_says_what_its_name_does_not_allow_is_an_error() {
    assertThat(cause(evaluate(replacingFails("audit.applies();")), "DEA-01"))
        .isEqualTo("the rule `DEA-01 fails` broke: a rule named `fails` reported `applies`");
  }

  @Test
  void a_derivation_that_reports_spoils_every_finding() {
    SmallRuleBase rules =
        SmallRuleBase.asShipped()
            .replacing(
                "derivations.drl",
                "insertLogical( new Stakes( Level.HIGH",
                "audit.fails( \"x\" ); insertLogical( new Stakes( Level.HIGH");
    Evaluation evaluation = evaluate(rules);
    assertThat(cause(evaluation, "DEA-02"))
        .isEqualTo(
            "the rule `derive high stakes` broke: a derivation reported; only the rules of a check"
                + " may");
    assertThat(outcome(evaluation, "DEA-01")).isEqualTo(Outcome.ERROR);
  }

  @Test
  void a_missing_fact_that_is_no_fact_of_a_proposal_is_an_error() {
    SmallRuleBase rules =
        SmallRuleBase.asShipped()
            .replacing(SmallRuleBase.DRL, "\"decision.retroactive\"", "\"decision.retro\"");
    Evaluation evaluation =
        rules.load().evaluate(proposal(LOSING_DEAL.replace(", retroactive: yes", "")), DAY);
    assertThat(cause(evaluation, "DEA-01")).contains("decision.retro");
  }

  @Test
  void a_condition_that_throws_spoils_every_finding() {
    SmallRuleBase rules =
        SmallRuleBase.asShipped()
            .replacing(
                SmallRuleBase.DRL,
                "Decision( retroactive == Tri.UNSTATED )",
                "Decision( summary.length() > 5 )");
    Evaluation evaluation = evaluate(rules);
    assertThat(evaluation.findings()).allMatch(it -> it.outcome() == Outcome.ERROR);
    assertThat(cause(evaluation, "DEA-02")).startsWith("a condition broke: ");
  }

  @Test
  void rules_that_never_come_to_an_end_are_stopped() {
    SmallRuleBase rules =
        SmallRuleBase.asShipped()
            .adding(
                "derivations.drl",
                """

                declare Turn
                    number : int
                end

                rule "derive the first turn"
                when
                    Decision()
                then
                    insertLogical( new Turn( 0 ) );
                end

                rule "derive the next turn"
                when
                    Turn( $number : number )
                then
                    insertLogical( new Turn( $number + 1 ) );
                end
                """);
    RuleBase base =
        RuleBase.load(rules.files(), CompiledRulesCache.none(), Budget.DEFAULT.withFirings(1_000))
            .orThrow();
    assertThat(cause(base.evaluate(proposal(LOSING_DEAL), DAY), "DEA-01"))
        .isEqualTo(
            "the rules did not come to an end within 1000 firings; the last was of the rule"
                + " `derive the next turn`");
  }

  @Test
  void stakes_of_two_levels_contradict_each_other() {
    SmallRuleBase rules =
        SmallRuleBase.asShipped()
            .replacing("derivations.drl", "not Stakes( level == Level.HIGH )", "Decision()");
    assertThat(cause(evaluate(rules), "DEA-01"))
        .isEqualTo("the rules must derive stakes of one level, but derived [LOW, HIGH]");
  }

  @Test
  void stakes_that_nobody_derives_are_an_error() {
    SmallRuleBase rules =
        SmallRuleBase.asShipped()
            .replacing("derivations.drl", "not Stakes( level == Level.HIGH )", "not AsOf()");
    Evaluation evaluation =
        rules.load().evaluate(proposal("decision: {id: X, title: x, kind: POLICY}"), DAY);
    assertThat(cause(evaluation, "DEA-01"))
        .isEqualTo("the rules must derive stakes of one level, but derived none");
  }

  private static SmallRuleBase replacingFails(String consequence) {
    return SmallRuleBase.asShipped().replacing(SmallRuleBase.DRL, FAILS, consequence);
  }

  private static Evaluation evaluate(SmallRuleBase rules) {
    return rules.load().evaluate(proposal(LOSING_DEAL), DAY);
  }

  private static String cause(Evaluation evaluation, String check) {
    return ((Finding.Fault) finding(evaluation, check)).cause();
  }
}
