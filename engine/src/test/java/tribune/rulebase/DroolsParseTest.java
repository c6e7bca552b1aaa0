package tribune.rulebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tribune.document.Diagnostics;
import tribune.document.Source;
import tribune.rulebase.analysis.RuleBaseCheck;
import tribune.rulebase.layout.FileLayout;

/** Texts that Drools' parser would take for ever to read, on each way that leads to it. */
class DroolsParseTest {
  /** Generous: what is not stopped takes hours. */
  private static final Duration SOON = Duration.ofSeconds(60);

  private static final String PATH = "principles/deal/endless.drl";

  static List<String> endless() {
    return List.of(
        nested("adverse( == Tri.YES || ", "== Tri.NO", ")"),
        nested("f( ", "1", ")"),
        nested("title.concat( ", "id", ")"),
        nested("id[ ", "1", " ]"),
        nested("[ ", "1", " ]"),
        nested("[ 1 : ", "1", " ]"),
        nested("( ( String ) ", "title", " )"),
        rule("Decision( id == " + "( String ) ".repeat(40) + "title )"),
        rule("Decision( " + "( id ) ".repeat(40) + "title == 1 )"),
        rule("Decision( id == new " + "A< ".repeat(40) + "A" + " >".repeat(40) + "() )"),
        rule("forall( ".repeat(40) + "Decision()" + " )".repeat(40)),
        rule("Decision() from " + "f( ".repeat(40) + "id" + " )".repeat(40)));
  }

  private static String nested(String open, String inner, String close) {
    return rule("Decision( " + open.repeat(40) + inner + close.repeat(40) + " )");
  }

  private static String rule(String condition) {
    return "package rules\nrule \"derive x\"\nwhen\n    "
        + condition
        + "\nthen\n    insertLogical( new Stakes( Level.HIGH, \"x\" ) );\nend\n";
  }

  @ParameterizedTest
  @MethodSource("endless")
  void it_is_stopped_and_says_where(String drl) {
    DroolsParse parse = assertTimeoutPreemptively(SOON, () -> DroolsParse.of(drl));
    assertThat(parse.isStopped()).isTrue();
    assertThat(parse.content()).isEmpty();
    assertThat(parse.diagnostic(Source.of("x.drl", drl), 0).text()).contains("x.drl:4:");
  }

  @ParameterizedTest
  @MethodSource("endless")
  void every_way_to_the_parser_ends_with_a_place(String drl) {
    RuleBaseFiles files = SmallRuleBase.asShipped().with(PATH, drl).files();
    Source source = Source.of(PATH, drl);
    assertTimeoutPreemptively(
        SOON,
        () -> {
          assertThat(RuleBaseCheck.of(files, CompiledRulesCache.none()).toString())
              .contains("RB-512");
          assertThat(RuleBase.load(files, CompiledRulesCache.none()).diagnostics().toString())
              .contains("RB-512");
          assertThat(RuleOutlines.read(files).diagnostics().toString()).contains("RB-512");
          assertThat(Foundations.of(files).diagnostics().toString()).contains("RB-512");
          assertThat(FileLayout.of(source).diagnostics().toString()).contains("RB-512");
        });
    assertThat(ReadRules.of(files).outlines().rules()).containsKey("DEA-01 applies");
  }

  @ParameterizedTest
  @MethodSource("endless")
  void rules_that_a_program_writes_are_stopped_too(String drl) {
    Source source = Source.of("variants.drl", drl);
    Diagnostics diagnostics = new Diagnostics(source);
    assertTimeoutPreemptively(SOON, () -> DrlFile.generated("variants.drl", source, diagnostics));
    assertThat(diagnostics.sorted().toString()).contains("RB-512");
  }

  @ParameterizedTest
  @MethodSource("endless")
  void halves_of_files_are_not_compiled_before_they_can_be_parsed(String drl) {
    assertThat(
            assertTimeoutPreemptively(
                SOON, () -> RuleCompiler.complaints(new TreeMap<>(Map.of("x.drl", drl)))))
        .containsExactly(RuleCompiler.Complaint.BROKEN_OFF);
  }

  @Test
  void a_mistake_that_the_lexer_cannot_describe_is_a_mistake() {
    assertThat(DroolsParse.of(rule("Decision( ` )")).content()).isEmpty();
    assertThat(DroolsParse.of("`").content()).isEmpty();
  }

  @Test
  void two_thousand_rules_are_no_reason_to_stop() {
    String many = rule("Decision( adverse == Tri.YES )").replace("package rules\n", "");
    DroolsParse parse = DroolsParse.of("package rules\n" + many.repeat(2_000));
    assertThat(parse.content().orElseThrow().getRules()).hasSize(2_000);
  }

  @Test
  void calls_in_calls_are_read_as_deep_as_people_nest_them() {
    String drl = rule("Decision( " + "f( ".repeat(6) + "id" + " )".repeat(6) + " == 1 )");
    assertThat(DroolsParse.of(drl).content()).isPresent();
  }
}
