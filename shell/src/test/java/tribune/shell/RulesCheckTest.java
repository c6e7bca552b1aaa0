package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tribune.shell.line.ExitCode;

/** What {@code rules check} prints, and what its exit code says. */
class RulesCheckTest {
  private static final Desk DESK = Desk.cleared("rules-check");

  @Test
  void the_shipped_rule_base_is_sound() {
    Trial.Outcome outcome = DESK.run("rules", "check", "--strict");
    assertThat(outcome.out()).isEqualTo("SOUND  nothing was found\n");
    assertThat(outcome.code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void warnings_are_seen_and_refused_only_if_that_is_asked_for() {
    Path rules = contradictory();
    Trial.Outcome seen = check(rules);
    assertThat(seen.code()).isEqualTo(ExitCode.OK);
    assertThat(seen.out()).contains("USABLE");
    Trial.Outcome refused = check(rules, "--strict");
    assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.out()).isEqualTo(seen.out());
  }

  @Test
  void every_format_shows_warnings_as_the_golden_files_do() {
    golden("rules-check-warnings", contradictory());
  }

  @Test
  void every_format_shows_errors_as_the_golden_files_do() {
    golden("rules-check-errors", DESK.rulesWith("thresholds.yaml", "value:", "value: some # "));
  }

  @Test
  void every_format_shows_rule_files_with_mistakes_as_the_golden_files_do() {
    golden(
        "rules-check-mistakes",
        DESK.rulesWith(
            "principles/deal/deal.drl",
            "Decision( retroactive == Tri.UNSTATED )",
            "Decision( retroactiv == Tri.UNSTATED, title == \"50% off: now, or never\", )"));
  }

  @Test
  void the_exit_code_and_the_counts_are_those_of_every_format() {
    Path rules = contradictory();
    for (String format : List.of("table", "plain", "json", "sarif", "junit", "github")) {
      assertThat(check(rules, "--output", format).code()).as(format).isEqualTo(ExitCode.OK);
      assertThat(check(rules, "--strict", "--output", format).code())
          .as(format)
          .isEqualTo(ExitCode.USAGE);
    }
    assertThat(check(rules, "--strict", "--output", "junit").out()).contains("<failure ");
    assertThat(check(rules, "--output", "junit").out()).contains("<skipped>");
  }

  @Test
  void a_sound_rule_base_is_sound_in_every_format() {
    assertThat(DESK.run("rules", "check", "--output", "github").out()).isEmpty();
    assertThat(DESK.run("rules", "check", "--output", "junit").out())
        .contains("tests=\"1\" failures=\"0\"")
        .contains("name=\"the rule base is sound\"/>");
    assertThat(DESK.run("rules", "check", "--output", "sarif").out())
        .contains("\"version\": \"2.1.0\"")
        .contains("\"results\": []");
  }

  @Test
  void other_commands_do_not_print_sarif() {
    Trial.Outcome outcome = DESK.run("rules", "list", "--output", "sarif");
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void a_directory_that_is_no_rule_base_is_an_error() {
    Trial.Outcome outcome = check(Path.of("src"));
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.out()).contains("error[RB-001]").contains("1 error, 0 warnings");
  }

  private static Path contradictory() {
    return DESK.rulesWith(
        "principles/deal/deal.drl", "adverse == Tri.YES", "adverse == Tri.YES, adverse == Tri.NO");
  }

  private static void golden(String name, Path rules) {
    for (String format : List.of("table", "plain", "json", "sarif", "junit", "github")) {
      Trial.Outcome outcome = check(rules, "--output", format);
      if (format.equals("json") || format.equals("sarif")) {
        assertThat(StrictJson.read(outcome.out())).isNotEmpty();
      }
      Golden.check(name + ending(format), Desk.stable(outcome.out()));
      assertThat(outcome.err()).isEmpty();
    }
  }

  private static String ending(String format) {
    return switch (format) {
      case "table" -> ".txt";
      case "json" -> ".json";
      case "sarif" -> ".sarif";
      case "junit" -> ".xml";
      default -> "-" + format + ".txt";
    };
  }

  private static Trial.Outcome check(Path rules, String... more) {
    Stream<String> words =
        Stream.concat(Stream.of("rules", "check", "--rules", rules.toString()), Stream.of(more));
    return DESK.run(words.toArray(String[]::new));
  }
}
