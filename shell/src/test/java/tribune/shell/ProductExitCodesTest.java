package tribune.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tribune.shell.Desk.fixture;
import static tribune.shell.Desk.proposal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.shell.line.ExitCode;

/** Exit codes are a contract; nothing gives 0 by accident, and a mistake records nothing. */
class ProductExitCodesTest {

  private Desk desk;

  @BeforeEach
  void clear(TestInfo test) {
    desk = Desk.cleared("exit-" + test.getTestMethod().orElseThrow().getName());
  }

  @ParameterizedTest
  @CsvSource({
    "proposals/not-now.yaml,OK",
    "proposals/passes-everything.yaml,OK",
    "decisions/netflix-2011-price-split.yaml,FAIL",
    "proposals/breaks-everything.yaml,FAIL",
    "decisions/dominos-2009-new-recipe.yaml,INCOMPLETE",
    "proposals/needs-evidence.yaml,INCOMPLETE",
    "proposals/everything-unstated.yaml,INCOMPLETE"
  })
  void a_fixture_exits_as_the_verdict_table_says(String file, ExitCode code) {
    Trial.Outcome outcome = desk.run("audit", fixture(file));
    assertThat(outcome.code()).isEqualTo(code);
    assertThat(outcome.out().lines().reduce("", (before, line) -> line))
        .startsWith(code == ExitCode.OK ? "PASS" : code.name());
  }

  @Test
  void many_findings_end_with_the_three_that_decide() {
    String out = desk.run("audit", fixture("decisions/netflix-2011-price-split.yaml")).out();
    String end = out.substring(out.indexOf("What weighs most"));
    assertThat(end.lines().filter(line -> line.matches(" +[A-Z]+ +[A-Z]{3}-[0-9]{2} .*")))
        .extracting(line -> line.strip().replaceAll(" +", " ").substring(0, 12))
        .containsExactly("BLOCKER MOT-", "MAJOR LTR-02", "MAJOR MOT-02");
    assertThat(end).endsWith("FAIL  reject (NETFLIX-2011@1)\n");
  }

  @Test
  void of_several_files_the_worst_decides() {
    String[] all = {proposal("passes.yaml"), proposal("fails.yaml"), proposal("incomplete.yaml")};
    assertThat(desk.house("audit", all[0], all[1], all[2]).code()).isEqualTo(ExitCode.FAIL);
    assertThat(desk.house("audit", all[2], all[0]).code()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(desk.house("audit", all[0], all[0]).code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void a_pattern_names_the_files_of_a_directory() {
    Trial.Outcome outcome = desk.house("audit", proposal("*s.yaml"), "--output", "json");
    assertThat(outcome.code()).isEqualTo(ExitCode.FAIL);
    assertThat(StrictJson.read(outcome.out()).get("audits").findValuesAsText("id"))
        .containsExactly("BAGS", "HUB", "REFUNDS");
  }

  @Test
  void a_faulty_file_among_sound_ones_stops_all() {
    Trial.Outcome outcome =
        desk.house("audit", proposal("passes.yaml"), fixture("broken/many-at-once.yaml"));
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .contains("error: 1 of 2 proposals have mistakes; nothing was audited");
    assertThat(desk.home()).doesNotExist();
  }

  @Test
  void a_revision_that_was_audited_with_other_facts_stops_all() throws IOException {
    desk.house("audit", proposal("fails.yaml"));
    Path changed = Files.createTempFile(Path.of("target"), "bags", ".yaml");
    String facts = Files.readString(Path.of(proposal("fails.yaml")));
    Files.writeString(changed, facts.replace("retroactive: yes", "retroactive: no"));
    Trial.Outcome outcome = desk.house("audit", proposal("passes.yaml"), changed.toString());
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("revision 1 of BAGS was audited before with other facts");
    assertThat(desk.house("decisions").out()).contains("BAGS").doesNotContain("REFUNDS");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "audti x.yaml | did you mean audit?",
        "audit --dry x.yaml | did you mean --dry-run?",
        "audit --output jsn x.yaml | did you mean json?",
        "audit | FILE",
        "audit ../fixtures/decisions/netflix-2011-price-spilt.yaml | did you mean ../fixtures",
        "audit no/such/*.yaml | no such file or directory",
        "audit ../fixtures/decisions/*.yml | no file matches",
        "audit ../fixtures/decisions | is a directory",
        "audit ../fixtures/broken/unknown-members.yaml | did you mean title?",
        "audit ../fixtures/broken/not-utf-8.yaml | UTF-8",
        "audit - | states nothing",
        "template PRICNG | did you mean PRICING?",
        "rules show VOI-1 | did you mean VOI-01?",
        "rules lst | did you mean rules list?",
        "show BUGS | did you mean BAGS?",
        "show BAGS@2 | the newest audit is of BAGS@1",
        "show BAGS@two | after the @ comes its number",
        "explain BAGS DEA-1 | did you mean DEA-01?",
        "decisions --check DEA-1 | did you mean DEA-01?",
        "decisions --check XXX- | `rules list` lists them",
        "decisions --principle DEEL | did you mean DEAL?",
        "decisions --principle DEAL --check DEA-01 | give only one of them",
        "decisions --verdict FIAL | did you mean FAIL?",
        "decisions --from 31.1.2026 | write it like 2026-01-31",
        "decisions --limit 0 | from 1 to"
      })
  void a_mistake_exits_with_two_and_says_what_to_write(String line, String advice) {
    desk.house("audit", proposal("fails.yaml"));
    Trial.Outcome outcome = desk.house(line.split(" "));
    assertThat(outcome.err()).startsWith("error").contains(advice);
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DEA-01", "dea-02", "DEA-", "VOI-02"})
  void a_check_that_is_known_may_be_in_no_audit(String check) {
    assertThat(desk.house("decisions", "--check", check).code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void a_large_or_binary_file_is_refused() throws IOException {
    byte[] large = new byte[2 << 20];
    Arrays.fill(large, (byte) 'a');
    Path file = Files.createTempFile(Path.of("target"), "large", ".yaml");
    Files.write(file, large);
    Trial.Outcome outcome = desk.house("audit", file.toString());
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("the file is too large").contains("1 MiB");
    Files.write(file, new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0});
    assertThat(desk.house("audit", file.toString()).code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void more_files_than_are_recorded_together_are_refused() {
    String[] words = new String[1_002];
    Arrays.fill(words, proposal("passes.yaml"));
    words[0] = "audit";
    Trial.Outcome outcome = desk.house(words);
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("1001 proposals are too many");
    assertThat(desk.home()).doesNotExist();
  }

  @Test
  void standard_input_may_hold_yaml_or_json() throws IOException {
    for (String name : new String[] {"wide.json", "passes.yaml"}) {
      String text = Files.readString(Path.of(proposal(name)), UTF_8);
      Trial.Outcome outcome = desk.house(new Trial().input(text), "audit", "-");
      assertThat(outcome.err()).isEmpty();
      assertThat(outcome.code()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void a_dry_run_records_nothing_and_makes_no_home() {
    Trial.Outcome outcome = desk.house("audit", "--dry-run", proposal("fails.yaml"));
    assertThat(outcome.code()).isEqualTo(ExitCode.FAIL);
    assertThat(desk.home()).doesNotExist();
    desk.house("audit", proposal("passes.yaml"));
    desk.house("audit", "--dry-run", proposal("fails.yaml"));
    assertThat(desk.house("decisions").out()).contains("REFUNDS").doesNotContain("BAGS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"decisions", "show X", "explain X", "rules list", "template PRICING"})
  void looking_makes_no_home(String line) {
    desk.house(line.split(" "));
    assertThat(desk.home()).doesNotExist();
  }

  @Test
  void a_faulty_rule_base_is_told_with_its_diagnostics() {
    Path rules = desk.rulesWith("principles/deal/deal.drl", "kind == Kind", "knd == Kind");
    Trial.Outcome outcome = desk.run("audit", proposal("fails.yaml"), "--rules", rules.toString());
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("error[RB-").contains("the rule base cannot be used");
    assertThat(desk.home()).doesNotExist();
    Trial.Outcome doctor = desk.run("doctor", "--rules", rules.toString());
    assertThat(doctor.code()).isEqualTo(ExitCode.USAGE);
    assertThat(doctor.err()).contains("error[RB-");
  }

  @Test
  void an_audit_that_comes_out_otherwise_when_it_is_run_again_is_drift() {
    Trial stopped = new Trial().environment("TRIBUNE_RULE_BUDGET", "firings=1");
    desk.house(stopped, "audit", proposal("fails.yaml"));
    Trial.Outcome outcome = desk.run("replay", "BAGS");
    assertThat(outcome.code()).isEqualTo(ExitCode.DRIFT);
    assertThat(outcome.out()).contains("DRIFT  BAGS@1", "findings[DEA-01]");
    assertThat(StrictJson.read(desk.run("replay", "--all", "--output", "json").out())).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit", "rules list", "rules show DEA-01"})
  void a_rule_base_that_is_not_there_is_told(String command) {
    String[] words =
        (command
                + (command.equals("audit") ? " " + proposal("fails.yaml") : "")
                + " --rules no/such/rules")
            .split(" ");
    Trial.Outcome outcome = desk.run(words);
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("there is no such directory");
  }

  @Test
  void rules_that_run_out_of_their_budget_are_a_verdict_of_error() {
    Trial trial = new Trial().environment("TRIBUNE_RULE_BUDGET", "firings=1");
    Trial.Outcome outcome = desk.house(trial, "audit", proposal("fails.yaml"));
    assertThat(outcome.code()).isEqualTo(ExitCode.ERROR);
    assertThat(outcome.out())
        .contains("ERROR  MAJOR  DEA-01")
        .contains("within 1 firings", "`DEA-01 applies`")
        .endsWith("ERROR  no verdict: fix the rule base (BAGS@1)\n");
    assertThat(outcome.out() + outcome.err()).doesNotContain("\tat ");
    assertThat(desk.run("explain", "BAGS", "DEA-01").out()).contains("within 1 firings");
  }

  @Test
  void a_budget_that_is_none_is_refused_with_what_to_write() {
    Trial trial = new Trial().environment("TRIBUNE_RULE_BUDGET", "firings=many");
    Trial.Outcome outcome = desk.house(trial, "audit", proposal("fails.yaml"));
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("RB-704", "firings=many", "such as seconds=300");
  }
}
