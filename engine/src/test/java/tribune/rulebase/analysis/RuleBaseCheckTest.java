package tribune.rulebase.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static tribune.rulebase.SmallRuleBase.DRL;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tribune.document.Diagnostic;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.SmallRuleBase;

/** Each flaw that is put into a sound rule base is named where it stands, and nothing else is. */
class RuleBaseCheckTest {
  private static final String PRINCIPLE = "principles/deal/principle.yaml";
  private static final String FAILS =
      "    Decision( $retroactive : retroactive == Tri.YES, $grandfathered : grandfathered != Tri.YES )";

  @Test
  void a_sound_rule_base_has_no_finding() {
    assertThat(findings(SmallRuleBase.sound())).isEmpty();
  }

  @Test
  void a_contradiction_with_the_applies_rule_shows_both_conditions() {
    SmallRuleBase rules =
        SmallRuleBase.sound()
            .replacing(DRL, FAILS, FAILS.replace(" )", ",\n              adverse == Tri.NO )"));
    assertThat(findings(rules))
        .isEqualTo(
            """
            warning[RB-401]: `DEA-01 fails` can never match
              --> small/principles/deal/deal.drl:23:15
            23 |               adverse == Tri.NO )
               |               ^^^^^^^^^^^^^^^^^ contradicts `adverse == Tri.YES`
               = correct or leave out a condition, or the whole rule""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Decision( reach > $r ) Threshold( id == 'high-reach', $s : value ) Decision( reach < $s )",
        "Decision( kind == Kind.POLICY )",
        "Decision( kind in ( Kind.POLICY, Kind.PRODUCT ) )",
        "Decision( retroactive == Tri.YES, retroactive == Tri.NO )",
        "FinancialProfile( shareOfRevenue > $r ) FinancialProfile( shareOfRevenue == null )",
        "exists Decision( adverse == Tri.UNSTATED )",
        "not Decision( adverse == Tri.YES )",
        "not Decision()",
        "CustomerSegment( $n : name, share > $r ) not CustomerSegment( name == $n )",
        "CustomerSegment( share > $r, share < $r )",
        "CustomerSegment( effect == Effect.WORSE, effect == null )",
        "Decision( adverse == Tri.NO || kind == Kind.POLICY )",
        "( Decision( adverse == Tri.NO ) or Decision( kind == Kind.POLICY ) )",
        "exists ( CustomerSegment() and Decision( adverse == Tri.NO ) )",
        "CustomerSegment( share > $r ) not CustomerSegment()",
        "UsableEvidence( item.sampleSize > $r, item.sampleSize <= $r )"
      })
  void conditions_that_exclude_each_other_are_found(String conditions) {
    assertThat(text(RuleBaseCheck.flaws(withConditions(conditions).files())))
        .as(conditions)
        .startsWith("warning[RB-401]: `DEA-01 fails` can never match");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "Decision( reach >= $r ) Threshold( id == 'high-reach', $s : value ) Decision( reach <= $s )",
        "Decision( kind in ( Kind.POLICY, Kind.PRICING ) )",
        "CustomerSegment( effect == Effect.WORSE ) CustomerSegment( effect == Effect.BETTER )",
        "CustomerSegment( $n : name ) not CustomerSegment( name != $n )",
        "CustomerSegment( $n : name ) not CustomerSegment( name == $n, share > $r )",
        "CustomerSegment( $n : name ) not UsableEvidence( item.segments contains $n )",
        "not FinancialProfile( shareOfRevenue > $r ) not FinancialProfile( shareOfRevenue <= $r )",
        "not ( CustomerSegment() and Decision( adverse == Tri.YES ) )",
        "not ( CustomerSegment() or AffectedDepartment() )",
        "Decision( adverse == Tri.NO || reach > $r )",
        "accumulate( CustomerSegment( effect == Effect.WORSE ); $c : count() )",
        "forall( CustomerSegment( share > $r ) )",
        "UsableEvidence( item.sampleSize == null ) UsableEvidence( item.sampleSize != null )",
        "not UsableEvidence() not Stakes( level == Level.HIGH )",
        "CustomerSegment( name matches 'a.*', name matches 'b.*' )"
      })
  void conditions_that_can_hold_together_are_left_alone(String conditions) {
    assertThat(text(RuleBaseCheck.flaws(withConditions(conditions).files())))
        .as(conditions)
        .isEmpty();
  }

  @Test
  void a_check_that_never_applies_is_found() {
    SmallRuleBase rules =
        SmallRuleBase.sound()
            .replacing(
                DRL,
                "Decision( kind == Kind.PRICING, adverse == Tri.YES )",
                "Decision( kind == Kind.PRICING, reach > $r, reach < $r )")
            .replacing(DRL, "rule \"DEA-01 applies\"\nwhen", "rule \"DEA-01 applies\"\nwhen" + R);
    assertThat(findings(rules))
        .startsWith("warning[RB-401]: `DEA-01 applies` can never match")
        .contains("^^^^^^^^^^ contradicts `reach > $r`")
        .contains("= so the check never applies")
        .doesNotContain("DEA-01 fails");
  }

  @Test
  void a_fails_rule_that_a_needs_rule_always_hides_is_found() {
    String needs = "Decision( retroactive == Tri.UNSTATED )";
    SmallRuleBase hiding =
        SmallRuleBase.sound().replacing(DRL, needs, "Decision( retroactive != Tri.NO )");
    assertThat(findings(hiding))
        .isEqualTo(
            """
            warning[RB-402]: `DEA-01 fails` never counts
              --> small/principles/deal/deal.drl:20:6
            20 | rule "DEA-01 fails" extends "DEA-01 applies"
               |      ^^^^^^^^^^^^^^
               = whenever it matches, `DEA-01 needs evidence` matches too, and needs outranks fails
               = let the `needs` rule match only where the missing fact could change the outcome""");
    for (String some :
        new String[] {
          "Decision( retroactive != Tri.NO, reach == null )",
          "Decision( retroactive != Tri.NO ) not CustomerSegment()",
          "Decision( retroactive != Tri.NO ) exists CustomerSegment()",
          "Decision( retroactive != Tri.NO, title.startsWith( 'a' ) )"
        }) {
      assertThat(findings(SmallRuleBase.sound().replacing(DRL, needs, some))).as(some).isEmpty();
    }
  }

  @Test
  void a_fails_rule_is_hidden_for_each_segment_only_if_the_needs_rule_speaks_of_the_same() {
    String needs = "    not CustomerSegment()\nthen";
    SmallRuleBase same =
        SmallRuleBase.sound()
            .replacing(DRL, needs, "    CustomerSegment( $n : name, share >= $min )" + NOBODY)
            .replacing(
                DRL,
                "rule \"DEA-02 needs evidence\" extends \"DEA-02 applies\"\nwhen",
                "rule \"DEA-02 needs evidence\" extends \"DEA-02 applies\"\nwhen" + R_SMALL);
    assertThat(findings(same)).contains("warning[RB-402]: `DEA-02 fails` never counts");
    SmallRuleBase other =
        SmallRuleBase.sound()
            .replacing(DRL, needs, "    CustomerSegment( $n : name, share == null )" + NOBODY);
    assertThat(findings(other)).isEmpty();
  }

  @Test
  void facts_that_no_rule_derives_are_found_also_where_the_deriving_rule_never_matches() {
    String declared = "\ndeclare Ghost\n    name : String\nend\n";
    SmallRuleBase never = withConditions("not Ghost()").adding("derivations.drl", declared);
    assertThat(findings(never))
        .isEqualTo(
            """
            warning[RB-403]: `DEA-01 fails` looks for Ghost, which no rule derives
              --> small/principles/deal/deal.drl:24:9
            24 |     not Ghost()
               |         ^^^^^
               = write a rule `derive ...` with `insertLogical( new Ghost( ... ) )`""");
    String derive =
        """

        rule "derive ghost"
        when
            Decision( adverse == Tri.YES, adverse == Tri.NO )
        then
            insertLogical( new Ghost( "boo" ) );
        end
        """;
    assertThat(findings(withConditions("Ghost()").adding("derivations.drl", declared + derive)))
        .contains("warning[RB-401]: `derive ghost` can never match")
        .contains("= `derive ghost` can never match");
    String derived = declared + derive.replace(", adverse == Tri.NO", "");
    assertThat(findings(withConditions("Ghost()").adding("derivations.drl", derived))).isEmpty();
  }

  @Test
  void what_no_check_reads_is_found_even_if_another_derivation_reads_it() {
    SmallRuleBase rules =
        SmallRuleBase.sound()
            .adding(
                "derivations.drl",
                """

                declare Ghost
                    name : String
                end

                declare Shadow
                    name : String
                end

                rule "derive ghost"
                when
                    CustomerSegment( $name : name )
                then
                    insertLogical( new Ghost( $name ) );
                end

                rule "derive shadow"
                when
                    Ghost( $name : name )
                then
                    insertLogical( new Shadow( $name ) );
                end
                """);
    assertThat(findings(rules))
        .contains("warning[RB-404]: no check reads Ghost\n")
        .contains("warning[RB-404]: no check reads Shadow\n")
        .contains("  --> small/derivations.drl:34:9\n");
  }

  @Test
  void a_threshold_that_no_rule_reads_is_found() {
    SmallRuleBase rules =
        SmallRuleBase.sound()
            .adding("thresholds.yaml", "  - id: spare\n    value: 1%\n    why: just in case\n");
    assertThat(findings(rules))
        .isEqualTo(
            """
            warning[RB-405]: no rule reads the threshold spare
              --> small/thresholds.yaml:11:9
            11 |   - id: spare
               |         ^^^^^
               = leave it out, or read it: `Threshold( id == "spare", $min : value )`""");
  }

  @Test
  void a_fact_that_is_asked_for_and_not_read_is_found_and_so_is_one_that_does_not_exist() {
    SmallRuleBase rules =
        SmallRuleBase.sound()
            .replacing(
                PRINCIPLE,
                "asks: [decision.retroactive, decision.grandfathered]",
                "asks: [decision.retroactive, departments, decision.grandfatherd]");
    assertThat(findings(rules))
        .contains("warning[RB-406]: DEA-01 asks for departments, which none of its rules reads")
        .contains(" --> small/principles/deal/principle.yaml:11:34\n")
        .contains("did you mean decision.grandfathered?");
  }

  @Test
  void kinds_that_differ_from_those_of_the_rules_are_found_both_ways() {
    assertThat(
            findings(SmallRuleBase.sound().replacing(PRINCIPLE, "[PRICING]", "[PRICING, POLICY]")))
        .contains("warning[RB-407]: by its rules DEA-01 never applies to POLICY")
        .contains("= write `kinds: [PRICING]`, or correct `DEA-01 applies`");
    assertThat(
            findings(
                SmallRuleBase.sound()
                    .replacing(
                        DRL, "kind == Kind.PRICING", "kind in ( Kind.PRICING, Kind.POLICY )")))
        .contains("warning[RB-407]: by its rules DEA-01 applies to POLICY too");
    assertThat(findings(SmallRuleBase.sound().replacing(DRL, "kind == Kind.PRICING, ", "")))
        .contains("warning[RB-407]: by its rules DEA-01 applies to ");
  }

  @Test
  void kinds_that_a_derivation_may_narrow_are_left_alone() {
    SmallRuleBase rules =
        SmallRuleBase.sound()
            .replacing(DRL, "Decision( kind == Kind.PRICING, adverse == Tri.YES )", "Priced()")
            .adding(
                "derivations.drl",
                """

                declare Priced
                    reason : String
                end

                rule "derive priced"
                when
                    Decision( kind == Kind.PRICING, adverse == Tri.YES )
                then
                    insertLogical( new Priced( "" ) );
                end
                """);
    assertThat(findings(rules)).isEmpty();
  }

  @Test
  void two_rules_that_fail_in_the_same_situations_are_found_however_they_are_written() {
    String twin =
        """

        rule "DEA-01 fails: again" extends "DEA-01 applies"
        when
            Decision( !( grandfathered == Tri.YES ) )
            exists Decision( retroactive in ( Tri.YES ) )
        then
            audit.fails( "again" );
        end
        """;
    assertThat(findings(SmallRuleBase.sound().adding(DRL, twin)))
        .contains("warning[RB-408]: `DEA-01 fails: again` fails exactly where `DEA-01 fails` does")
        .contains("= it stands in small/principles/deal/deal.drl:20");
    String narrower = twin.replace("Tri.YES ) )", "Tri.YES ), reach == null )");
    assertThat(findings(SmallRuleBase.sound().adding(DRL, narrower))).isEmpty();
  }

  @Test
  void two_thresholds_that_are_equal_by_chance_do_not_make_two_rules_the_same() {
    String rule =
        """

        rule "DEA-02 fails: NAME" extends "DEA-02 applies"
        when
            Threshold( id == "ID", $min : value )
            CustomerSegment( share > $min )
        then
            audit.fails( "NAME" );
        end
        """;
    SmallRuleBase rules =
        SmallRuleBase.sound()
            .adding("thresholds.yaml", "  - id: other\n    value: 10%\n    why: chance\n")
            .adding(DRL, rule.replace("NAME", "one").replace("ID", "high-reach"))
            .adding(DRL, rule.replace("NAME", "two").replace("ID", "other"));
    assertThat(findings(rules)).isEmpty();
  }

  @Test
  void a_number_in_a_rule_is_found_but_not_in_a_text_a_name_or_a_comment() {
    SmallRuleBase rules =
        withConditions("CustomerSegment( name != \"7\", share > 0.25 ) // at least 25")
            .replacing(DRL, "$retroactive", "$retroactive2");
    assertThat(findings(rules))
        .isEqualTo(
            """
            warning[RB-409]: the number 0.25 stands in a rule, where nobody can see its reason
              --> small/principles/deal/deal.drl:24:43
            24 |     CustomerSegment( name != "7", share > 0.25 ) // at least 25
               |                                           ^^^^
               = move it to thresholds.yaml and read it: `Threshold( id == "...", $min : count )`""");
  }

  @Test
  void a_check_without_basis_and_a_check_that_no_case_trips_are_found() {
    SmallRuleBase rules =
        SmallRuleBase.asShipped()
            .replacing("principles/deal/deal.cases.yaml", "check: DEA-02", "check: DEA-01");
    assertThat(findings(rules))
        .contains("warning[RB-410]: DEA-02 does not say what it rests on")
        .contains("warning[RB-411]: no case shows DEA-02 as FAIL")
        .contains("  --> small/principles/deal/principle.yaml:16:9\n");
  }

  @Test
  void errors_and_warnings_come_in_one_run_by_file_and_line() {
    SmallRuleBase rules =
        withConditions("Decision( adverse == Tri.NO ) CustomerSegment( nam == null )")
            .with("principles/deal/more.cases.yaml", "asOf: 2026-01-15\ncases: [{nam: x}]\n");
    assertThat(findings(rules))
        .containsSubsequence(
            "warning[RB-401]",
            "error[RB-602]",
            "error[IN-",
            "--> small/principles/deal/more.cases.yaml");
  }

  @Test
  void a_file_that_is_not_drl_does_not_hide_mistakes_of_the_catalogue() {
    SmallRuleBase rules =
        SmallRuleBase.sound()
            .replacing("thresholds.yaml", "10%", "ten")
            .with("principles/deal/more.drl", "package rules\nrule x when then\n");
    assertThat(findings(rules)).contains("error[RB-101]").contains("error[RB-504]");
  }

  /** Binds $r to the highest share that is not yet far. */
  private static final String R = "\n    Threshold( id == \"high-reach\", $r : value )";

  private static final String R_SMALL = "\n    Threshold( id == \"high-reach\", $min : value )";
  private static final String NOBODY =
      "\n    not UsableEvidence( item.segments contains $n )\nthen";

  private static SmallRuleBase withConditions(String conditions) {
    return SmallRuleBase.sound().replacing(DRL, FAILS, FAILS + R + "\n    " + conditions);
  }

  private static String findings(SmallRuleBase rules) {
    return text(RuleBaseCheck.of(rules.files(), CompiledRulesCache.none()));
  }

  private static String text(List<Diagnostic> found) {
    return found.stream().map(Diagnostic::text).collect(Collectors.joining("\n"));
  }
}
