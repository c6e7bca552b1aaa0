package tribune.rulebase;

import static org.assertj.core.api.Assertions.assertThat;
import static tribune.rulebase.SmallRuleBase.DRL;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tribune.document.Reading;

/** Rule bases that must not be loaded, and what their authors are told. */
class RuleContractTest {

  @Test
  void a_name_that_says_no_role_is_refused() {
    String mistakes = mistakes("rule \"DEA-01 fails\"", "rule \"DEA-01 is bad\"");
    assertThat(mistakes)
        .startsWith("error[RB-202]: the name `DEA-01 is bad` says no role\n")
        .contains("--> small/principles/deal/deal.drl:20:6")
        .contains("write `LTR-03 applies`");
  }

  @Test
  void a_facet_that_stands_alone_is_refused() {
    assertThat(
            mistakes("rule \"DEA-01 fails\" extends \"DEA-01 applies\"", "rule \"DEA-01 fails\""))
        .contains("error[RB-206]: `DEA-01 fails` stands alone")
        .contains("write `rule \"DEA-01 fails\" extends \"DEA-01 applies\"`");
  }

  @Test
  void a_check_that_nobody_described_is_refused_with_the_nearest_id() {
    String mistakes =
        SmallRuleBase.asShipped()
            .adding(DRL, "rule \"DEB-01 applies\" when Decision() then audit.applies(); end\n")
            .mistakes();
    assertThat(mistakes)
        .contains("error[RB-204]: no principle.yaml describes DEB-01")
        .contains("did you mean DEA-01?");
  }

  @Test
  void a_check_without_rules_is_refused_where_it_is_described() {
    SmallRuleBase rules =
        SmallRuleBase.asShipped()
            .adding(
                "principles/deal/principle.yaml",
                """
                  - {id: DEA-03, title: x, question: x, severity: MINOR, remedy: x}
                """);
    assertThat(rules.mistakes())
        .contains("error[RB-205]: DEA-03 lacks the rule `DEA-03 applies`, `DEA-03 fails`")
        .contains("--> small/principles/deal/principle.yaml:22:10");
  }

  @Test
  void two_rules_of_the_same_name_are_refused() {
    assertThat(mistakes("rule \"DEA-01 needs evidence\"", "rule \"DEA-01 applies\""))
        .contains("error[RB-203]: the rule `DEA-01 applies` is there twice");
  }

  @Test
  void a_second_applies_rule_is_refused_since_no_fails_rule_extends_it() {
    String second = "rule \"DEA-01 applies: policies\" when Decision() then audit.applies(); end\n";
    assertThat(SmallRuleBase.asShipped().adding(DRL, second).mistakes())
        .contains("error[RB-202]: `DEA-01 applies: policies` is a second way to apply");
  }

  @Test
  void a_threshold_that_is_not_there_is_refused_with_the_nearest_id() {
    assertThat(mistakes("id == \"high-reach\"", "id == \"high-raech\""))
        .startsWith("error[RB-209]: thresholds.yaml has no high-raech\n")
        .contains("--> small/principles/deal/deal.drl:43:22")
        .contains("did you mean high-reach?");
  }

  @Test
  void a_threshold_is_looked_for_wherever_a_rule_reads_it() {
    String pattern = "Threshold( id == \"none\", $value : value )";
    for (String condition :
        new String[] {
          "not " + pattern,
          "exists ( Decision() and " + pattern + " )",
          "( Decision() or " + pattern + " )",
          "accumulate( " + pattern + "; $found : count() )",
          "java.util.List() from collect( " + pattern + " )"
        }) {
      String rule = "rule \"derive it\" when " + condition + " then end\n";
      assertThat(SmallRuleBase.asShipped().adding(DRL, rule).mistakes())
          .as(condition)
          .contains("error[RB-209]: thresholds.yaml has no none");
    }
  }

  @Test
  void rules_without_their_thresholds_are_refused() {
    assertThat(SmallRuleBase.asShipped().without("thresholds.yaml").mistakes())
        .contains("error[RB-209]: thresholds.yaml has no high-reach")
        .contains("error[RB-209]: thresholds.yaml has no evidence-max-age");
  }

  @Test
  void parts_of_drl_that_an_audit_cannot_rely_on_are_refused() {
    String mistakes =
        SmallRuleBase.asShipped()
            .replacing(DRL, "rule \"DEA-02 applies\"", "rule \"DEA-02 applies\" salience 10")
            .adding(DRL, "function int two() { return 2; }\nglobal java.util.List seen;\n")
            .adding(DRL, "query \"all\" Decision() end\n")
            .mistakes();
    assertThat(mistakes)
        .contains("error[RB-207]: the attribute `salience` is not allowed in a rule file")
        .contains("error[RB-207]: a function is not allowed in a rule file")
        .contains("error[RB-207]: a global is not allowed in a rule file")
        .contains("error[RB-207]: a query is not allowed in a rule file");
  }

  @Test
  void another_package_is_refused() {
    assertThat(mistakes("package rules", "package mine"))
        .contains("error[RB-208]: the rule file is not in package rules");
  }

  @Test
  void a_syntax_error_points_at_its_line() {
    assertThat(mistakes("rule \"DEA-02 applies\"\nwhen", "rule \"DEA-02 applies\"\nwhenever"))
        .contains("error[RB-505]: `when` is missing in the rule `DEA-02 applies`")
        .contains("--> small/principles/deal/deal.drl:28:1")
        .contains("write `when` before the first condition");
  }

  @Test
  void an_unknown_member_is_reported_without_a_line_of_minus_one() {
    assertThat(mistakes("retroactive == Tri.UNSTATED", "retro == Tri.UNSTATED"))
        .contains("error[RB-602]: Decision has no member retro")
        .contains("did you mean retroactive?")
        .doesNotContain(":-1")
        .doesNotContain(":0:");
  }

  @Test
  void an_unknown_constant_and_an_unknown_fact_are_reported_where_they_stand() {
    assertThat(mistakes("Effect.MUCH_WORSE", "Effect.MUCH_WORSER"))
        .contains("error[RB-603]: Effect has no constant MUCH_WORSER")
        .contains("--> small/principles/deal/deal.drl:44:93")
        .contains("^^^^^^^^^^^");
    assertThat(mistakes("Decision( kind == Kind.PRICING", "Decisio( kind == Kind.PRICING"))
        .contains("error[RB-601]: there are no facts of type Decisio")
        .contains("--> small/principles/deal/deal.drl:8:5");
  }

  @Test
  void all_mistakes_of_the_catalogue_are_reported_at_once() {
    String mistakes =
        SmallRuleBase.asShipped()
            .replacing("thresholds.yaml", "10%", "ten")
            .replacing("principles/deal/principle.yaml", "severity: MAJOR", "severity: HUGE")
            .replacing("principles/deal/principle.yaml", "id: DEA-02", "id: DEA-01")
            .replacing("rulebase.yaml", "name:", "nam:")
            .mistakes();
    assertThat(mistakes)
        .contains("error[RB-101]: the threshold high-reach is not a number")
        .contains("unknown value for checks[DEA-01].severity")
        .contains("did you mean name?");
  }

  @Test
  void two_principles_cannot_describe_the_same_check() {
    SmallRuleBase rules = SmallRuleBase.asShipped();
    rules.with(
        "principles/other/principle.yaml",
        rules.text("principles/deal/principle.yaml").replace("DEAL", "OTHER"));
    assertThat(rules.mistakes()).contains("error[RB-103]: DEA-01 is described twice");
  }

  @Test
  void two_files_cannot_describe_the_same_principle() {
    SmallRuleBase rules = SmallRuleBase.asShipped();
    rules.with(
        "principles/other/principle.yaml",
        "id: DEAL\ntitle: again\nstatement: again\nwhy: again\n");
    assertThat(rules.mistakes()).contains("error[RB-104]: the principle DEAL is described twice");
  }

  @Test
  void a_rule_file_that_is_not_utf_8_is_refused_at_its_place() {
    byte[] latin =
        "package rules\n// d\u00e9al\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    String text =
        text(
            RuleBaseFiles.of(
                "mine", java.util.Map.of("rulebase.yaml", new byte[0], "a.drl", latin)));
    assertThat(text).contains("error[IN-001]").contains("--> mine/a.drl:2:5");
  }

  @Test
  void a_mistake_is_reported_in_the_file_that_has_it() {
    SmallRuleBase rules = SmallRuleBase.asShipped();
    rules.with(
        "principles/zeal/deal.drl",
        "package rules\nimport tribune.decision.*\nrule \"derive x\"\nwhen\n    Decision( nope == 1 )\nthen\nend\n");
    assertThat(rules.mistakes()).contains("small/principles/zeal/deal.drl");
  }

  @Test
  void a_directory_that_is_no_rule_base_is_refused() {
    assertThat(text(RuleBaseFiles.in(Path.of("src/test/java"))))
        .isEqualTo(
            """
            error[RB-001]: this is not a rule base
             --> src/test/java
              = expected rulebase.yaml, thresholds.yaml and principles/*/*.drl in it""");
    assertThat(text(RuleBaseFiles.in(Path.of("no/such/place"))))
        .contains("there is no such directory");
  }

  private static String mistakes(String piece, String by) {
    return SmallRuleBase.asShipped().replacing(DRL, piece, by).mistakes();
  }

  private static String text(Reading<RuleBaseFiles> reading) {
    return reading.fold(sound -> "", Reading.Faulty::text);
  }
}
