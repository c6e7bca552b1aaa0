package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static tribune.shell.TypingUser.CTRL_C;
import static tribune.shell.TypingUser.ENTER;
import static tribune.shell.TypingUser.TAB;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.shell.line.ExitCode;

/** {@code rules test} and {@code rules mutate}. */
class RuleTestingTest {
  private static final String WHAT_WAS_TYPED_IS_COLOURED = "SIL-0\u001b[0m";

  private Desk desk;

  @BeforeEach
  void clear() {
    desk = Desk.cleared("rule-testing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "plain", "json"})
  void cases_that_hold_are_counted_and_what_they_leave_out_is_told(String format) {
    Trial.Outcome outcome = desk.house("rules", "test", "dea-01", "--output", format);
    assertThat(outcome.code()).isEqualTo(ExitCode.OK);
    assertThat(outcome.err()).isEmpty();
    Golden.check("rules-test" + ending(format), Desk.stable(outcome.out()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "plain", "json", "junit"})
  void all_that_cases_exercise_is_shown_if_asked_for(String format) {
    Trial.Outcome outcome = desk.house("rules", "test", "--coverage", "--output", format);
    assertThat(outcome.code()).isEqualTo(ExitCode.OK);
    Golden.check("rules-test-coverage" + ending(format), Desk.stable(outcome.out()));
  }

  @Test
  void too_little_coverage_exits_with_five() {
    Trial.Outcome enough = desk.house("rules", "test", "--min-coverage", "20");
    assertThat(enough.code()).isEqualTo(ExitCode.OK);
    Trial.Outcome short1 = desk.house("rules", "test", "--min-coverage=100", "--output", "junit");
    assertThat(short1.code()).isEqualTo(ExitCode.ERROR);
    assertThat(short1.out()).contains("failures=\"1\"").contains("100% is asked for");
    Trial.Outcome some = desk.house("rules", "test", "--min-coverage=100", "--run", "deal");
    assertThat(some.out()).contains("FAIL  ").contains("% is exercised, and 100% is asked for");
    assertThat(desk.house("rules", "test", "--min-coverage=101").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void a_filter_is_a_check_a_principle_or_words_of_names() {
    String all = desk.house("rules", "test", "--run", "DEAL").out();
    assertThat(all).contains("conditions  not looked at");
    assertThat(desk.house("rules", "test", "--run", "dea-01").out()).contains("PASS  ");
    Trial.Outcome words = desk.house("rules", "test", "--run", "PRICE passes");
    assertThat(words.code()).isEqualTo(ExitCode.OK);
    assertThat(words.out()).contains(" cases, ").doesNotContain("outcomes");
    Trial.Outcome none = desk.house("rules", "test", "--run", "DEA-07");
    assertThat(none.code()).isEqualTo(ExitCode.USAGE);
    assertThat(none.err()).contains("no case is of 'DEA-07'").contains("did you mean DEA-0");
    assertThat(desk.house("rules", "test", "--run", "a price", "--coverage").err())
        .contains("leave --run out");
  }

  @Test
  void only_commands_that_test_print_junit() {
    Trial.Outcome outcome = desk.house("rules", "list", "--output", "junit");
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("rules list does not print junit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "plain", "json"})
  void edits_that_no_case_notices_are_shown(String format) {
    Trial.Outcome outcome = desk.house("rules", "mutate", "DEA-01", "--output", format);
    assertThat(outcome.code()).isEqualTo(ExitCode.ERROR);
    assertThat(outcome.err()).isEmpty();
    Golden.check("rules-mutate" + ending(format), Desk.stable(outcome.out()));
  }

  @Test
  void all_cases_are_run_if_no_check_is_named() {
    Trial.Outcome outcome = desk.house("rules", "test");
    assertThat(outcome.code()).isEqualTo(ExitCode.OK);
    assertThat(outcome.out())
        .contains("no case of VOI-02 is PASS")
        .contains("`DEA-02 fails` fires in no case")
        .endsWith("PASS  house-rules: 5 cases, 5 passed, 0 failed, in 0.0 s\n");
    assertThat(desk.home()).doesNotExist();
  }

  @Test
  void a_case_that_fails_is_shown_and_exits_with_five() {
    Path rules =
        desk.rulesWith(
            "principles/deal/deal.drl", "retroactive == Tri.YES,", "retroactive == Tri.NO,");
    Trial.Outcome outcome = desk.run("rules", "test", "--rules", rules.toString());
    assertThat(outcome.code()).isEqualTo(ExitCode.ERROR);
    Golden.check("rules-test-fails.txt", outcome.out());
    Trial.Outcome json = desk.run("rules", "test", "--rules", rules.toString(), "--output", "json");
    assertThat(StrictJson.read(json.out()).get("failures").findValuesAsText("code"))
        .containsExactly("RC-001", "RC-001");
    Trial.Outcome mutate = desk.run("rules", "mutate", "--rules", rules.toString());
    assertThat(mutate.code()).isEqualTo(ExitCode.ERROR);
    assertThat(mutate.err()).contains("2 of 5 cases fail on the rules as they are");
  }

  @ParameterizedTest
  @ValueSource(strings = {"test", "mutate"})
  void a_mistake_exits_with_two(String command) throws IOException {
    Trial.Outcome unknown = desk.house("rules", command, "DEA-1");
    assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("no check DEA-1").contains("did you mean DEA-01?");
    Trial.Outcome without = desk.house("rules", command, "VOI-01");
    assertThat(without.code()).isEqualTo(ExitCode.USAGE);
    assertThat(without.err()).contains("there are no cases to run");
    Path rules = desk.rulesWith("principles/deal/deal.cases.yaml", "outcome: PASS", "outcome: PAS");
    Trial.Outcome faulty = desk.run("rules", command, "--rules", rules.toString());
    assertThat(faulty.code()).isEqualTo(ExitCode.USAGE);
    assertThat(faulty.err()).contains("deal.cases.yaml:5:14").contains("did you mean PASS?");
    Files.writeString(rules.resolve("principles/deal/deal.drl"), "package rules\nrule nonsense");
    assertThat(desk.run("rules", command, "--rules", rules.toString()).code())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void the_shipped_rule_base_brings_its_cases_and_a_script_may_run_them() {
    Trial trial = new Trial().input("rules test SIL-01\n");
    Trial.Outcome outcome =
        trial
            .commands(tribune.shell.command.ProductCommands.class)
            .run("--home", desk.home().toString());
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isEqualTo(ExitCode.OK);
    assertThat(outcome.out()).contains("PASS  customer-centricity: ").contains(" 0 failed");
  }

  @Test
  void checks_are_completed_at_the_prompt() throws IOException {
    try (TypingUser user = TypingUser.at(desk)) {
      user.types("rules te" + TAB + "SIL-0" + TAB).sees(WHAT_WAS_TYPED_IS_COLOURED + "2");
      user.types(CTRL_C).sees("tribune> ").types("rules test DEA-01" + ENTER);
      user.sees("house-rules: ").sees("tribune> ").types("exit" + ENTER);
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
    }
  }

  private static String ending(String format) {
    return switch (format) {
      case "table" -> ".txt";
      case "plain" -> "-plain.txt";
      case "junit" -> ".xml";
      default -> ".json";
    };
  }
}
