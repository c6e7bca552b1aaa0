package tribune.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandOption;
import tribune.shell.render.OutputFormat;

class LineParserTest {

  private static final long SEED = 20260103L;
  private static final Globals SESSION = Globals.defaults(Map.of(), Path.of("/user"));

  private final LineParser parser = new LineParser(SampleCatalogue.make(), Manner.ONE_SHOT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--output json weigh a",
        "weigh --output json a",
        "weigh a --output json",
        "weigh a --output=JSON"
      })
  void global_options_stand_before_or_after_the_command(String line) {
    Parsed.Run run = run(line);
    assertThat(run.globals().output()).isEqualTo(OutputFormat.JSON);
    assertThat(arguments(run)).containsExactly("a");
  }

  @Test
  void global_options_may_stand_within_a_name_of_two_words() {
    assertThat(run("rules --quiet list").command()).isEqualTo("rules list");
  }

  @Test
  void an_option_keeps_its_value_whatever_it_looks_like() {
    assertThat(options(run("weigh a --set x= --set=--y=1 --set - --set -12 --set ''")))
        .containsExactly("set=x=", "set=--y=1", "set=-", "set=-12", "set=");
  }

  @Test
  void two_dashes_end_the_options() {
    assertThat(arguments(run("weigh -- --dry-run -x -- a")))
        .containsExactly("--dry-run", "-x", "--", "a");
  }

  @Test
  void a_single_dash_and_a_negative_number_are_arguments() {
    assertThat(arguments(run("weigh - -12 -0.5 -.5 -12%")))
        .containsExactly("-", "-12", "-0.5", "-.5", "-12%");
  }

  @Test
  void a_word_from_a_closed_list_is_taken_in_any_case_and_handed_over_in_its_own() {
    assertThat(options(run("weigh a --verdict pass"))).containsExactly("verdict=PASS");
    assertThat(arguments(run("rules show ltr-03"))).containsExactly("LTR-03");
  }

  @Test
  void the_longest_name_is_the_command() {
    assertThat(run("export --format csv").command()).isEqualTo("export");
    assertThat(run("export verify d").command()).isEqualTo("export verify");
    assertThat(run("quit").command()).isEqualTo("exit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "wiegh a                    | unknown command 'wiegh' | did you mean weigh?",
        "frobnicate                 | unknown command 'frobnicate' | for help: tribune help",
        "rules lst                  | unknown command 'rules lst' | did you mean rules list?",
        "rules                      | rules needs one more word | comes one of: list, show",
        "--quiet                    | no command is given | for help",
        "weigh                      | weigh needs FILE | FILE: What to weigh.",
        "rules show                 | rules show needs CHECK | for help: tribune help rules show",
        "rules show LTR-03 b        | unexpected argument 'b' | usage: rules show CHECK",
        "rules list b               | unexpected argument 'b' | usage: rules list",
        "rules show LTR-30          | CHECK got 'LTR-30': it is not allowed | did you mean LTR-03?",
        "export                     | export needs --format WORD | The format.",
        "weigh a --ouput json       | unknown option --ouput for weigh | did you mean --output?",
        "weigh a --dryrun           | unknown option --dryrun | did you mean --dry-run?",
        "weigh a --zzzzzz           | unknown option --zzzzzz | for help: tribune help weigh",
        "weigh a -x                 | unknown option -x | write -- before it",
        "--dry-run weigh a          | --dry-run stands before the command | after the command",
        "--ouput json weigh a       | unknown option --ouput | did you mean --output?",
        "weigh a --output           | --output needs a value, FORMAT | --output=VALUE",
        "weigh a --limit --dry-run  | --limit needs a value, N | --limit=VALUE",
        "weigh a --output yaml      | --output got 'yaml' | allowed: table, plain, json",
        "weigh a --verdict FIAL     | --verdict got 'FIAL' | did you mean FAIL?",
        "weigh a --limit 1000       | --limit got '1000' | a whole number from -100 to 100",
        "weigh a --limit ten        | --limit got 'ten' | a whole number",
        "weigh a --dry-run=yes      | --dry-run takes no value | write --dry-run",
        "weigh a --limit 1 --limit 2 | --limit is given twice | give it once",
        "weigh a --quiet --quiet    | --quiet is given twice | give it once",
        "weigh a --home=            | --home got '' | a path is needed",
        "weigh a 'b                 | a single quote is not closed | in the line: weigh a 'b",
      })
  void a_mistake_says_what_and_what_to_do(String line, String what, String advice) {
    UsageProblem problem = problem(line);
    assertThat(problem.what() + "\n" + String.join("\n", problem.advice()))
        .contains(what)
        .contains(advice);
  }

  @Test
  void in_the_interactive_shell_help_is_asked_for_without_the_name_of_the_program() {
    LineParser interactive = new LineParser(SampleCatalogue.make(), Manner.INTERACTIVE);
    Parsed.Mistake mistake = (Parsed.Mistake) interactive.parse("weigh", SESSION);
    assertThat(mistake.problem().advice()).contains("for help: help weigh");
  }

  @ParameterizedTest
  @CsvSource({
    "--help,''",
    "-h,''",
    "weigh --help,weigh",
    "weigh a --nosuch -h,weigh",
    "rules --help,rules",
    "rules lst --help,rules",
    "rules show --help --version,rules show",
    "quit --help,quit"
  })
  void asking_for_help_runs_help_and_nothing_else(String line, String topic) {
    Parsed.Run run = run(line);
    assertThat(run.command()).isEqualTo("help");
    assertThat(String.join(" ", arguments(run))).isEqualTo(topic);
  }

  @Test
  void help_after_two_dashes_is_an_argument() {
    assertThat(run("weigh -- --help").command()).isEqualTo("weigh");
  }

  @Test
  void blank_lines_and_comments_are_nothing() {
    assertThat(parser.parse(" ", SESSION)).isInstanceOf(Parsed.Nothing.class);
    assertThat(parser.parse("# weigh", SESSION)).isInstanceOf(Parsed.Nothing.class);
  }

  @Test
  void words_that_are_already_apart_are_left_so() {
    Parsed.Run run = (Parsed.Run) parser.parse(List.of("help", "a 'b", "", "#"), SESSION);
    assertThat(arguments(run)).containsExactly("a 'b", "", "#");
  }

  @Test
  void any_line_is_a_run_or_nothing_or_a_mistake() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 30_000; round++) {
      String line = line(random);
      try {
        assertThat(parser.parse(line, SESSION)).isNotNull();
      } catch (RuntimeException failure) {
        throw new AssertionError("seed " + SEED + ", round " + round + ", line: " + line, failure);
      }
    }
  }

  @Test
  void any_arguments_come_back_from_a_quoted_line() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 5_000; round++) {
      List<String> words = new ArrayList<>(List.of("weigh", "--"));
      for (int count = random.nextInt(1, 6); count > 0; count--) {
        words.add("f" + SplitLineTest.text(random, 8).replace("\u0000", ""));
      }
      String line = String.join(" ", words.stream().map(SplitLine::quote).toList());
      assertThat(arguments(run(line)))
          .as("seed %s, round %s", SEED, round)
          .isEqualTo(words.subList(2, words.size()).stream().map(LineParserTest::path).toList());
    }
  }

  private static String path(String word) {
    return Path.of(word).toString();
  }

  private static String line(SplittableRandom random) {
    List<String> known =
        List.of(
            "weigh",
            "rules",
            "list",
            "show",
            "export",
            "verify",
            "help",
            "quit",
            "--output",
            "json",
            "--limit",
            "-5",
            "--set",
            "--",
            "-",
            "-h",
            "--home",
            "--dry-run",
            "--verdict=PASS",
            "=",
            "--=",
            "---",
            "--set=",
            "LTR-03");
    StringBuilder line = new StringBuilder();
    for (int count = random.nextInt(8); count > 0; count--) {
      boolean isKnown = random.nextInt(3) > 0;
      line.append(
          isKnown ? known.get(random.nextInt(known.size())) : SplitLineTest.text(random, 6));
      line.append(random.nextInt(6) == 0 ? "" : " ");
    }
    return line.toString();
  }

  private Parsed.Run run(String line) {
    Parsed parsed = parser.parse(line, SESSION);
    assertThat(parsed).isInstanceOf(Parsed.Run.class);
    return (Parsed.Run) parsed;
  }

  private UsageProblem problem(String line) {
    Parsed parsed = parser.parse(line, SESSION);
    assertThat(parsed).isInstanceOf(Parsed.Mistake.class);
    return ((Parsed.Mistake) parsed).problem();
  }

  private static List<String> arguments(Parsed.Run run) {
    return run.input().arguments().stream().map(CommandArgument::value).toList();
  }

  private static List<String> options(Parsed.Run run) {
    return run.input().options().stream()
        .filter(option -> GlobalOptions.named(name(option)).isEmpty())
        .map(option -> name(option) + "=" + option.value())
        .toList();
  }

  private static String name(CommandOption option) {
    return String.valueOf(option.longName());
  }
}
