package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.shell.line.ExitCode;

class ScriptTest {

  @Test
  void every_line_is_a_command() {
    Trial.Outcome outcome = new Trial().input("rules list\nrules show 'sil-01'\n").run();
    assertThat(outcome.out()).isEqualTo("listed\nshown SIL-01\n");
    assertThat(outcome.code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void blank_lines_and_comments_are_nothing() {
    Trial.Outcome outcome = new Trial().input("\n   \n# a note\n  # another\nrules list\n").run();
    assertThat(outcome.out()).isEqualTo("listed\n");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void it_goes_on_after_an_answer_and_exits_with_the_worst() {
    Trial.Outcome outcome = new Trial().input("incomplete\nfails\nincomplete\nrules list\n").run();
    assertThat(outcome.out()).endsWith("listed\n");
    assertThat(outcome.code()).isEqualTo(ExitCode.FAIL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"refuses", "breaks", "nosuch", "weigh", "rules 'list"})
  void it_stops_at_a_line_that_could_not_be_carried_out(String line) {
    Trial.Outcome outcome = new Trial().input("fails\n" + line + "\nrules list\n").run();
    assertThat(outcome.out()).isEqualTo("it fails\n");
    assertThat(outcome.err()).endsWith("stopped at line 2; the lines after it were not run\n");
    assertThat(outcome.code().isAnswer()).isFalse();
  }

  @Test
  void the_last_line_needs_no_end_and_leaves_nothing_behind() {
    assertThat(new Trial().input("nosuch").run().err()).endsWith("stopped at line 1\n");
  }

  @Test
  void a_backslash_joins_lines() {
    Trial.Outcome outcome = new Trial().input("rules \\\nlist\nnosuch\n").run();
    assertThat(outcome.out()).isEqualTo("listed\n");
    assertThat(outcome.err()).endsWith("stopped at line 3\n");
  }

  @Test
  void options_of_the_process_hold_for_every_line_unless_it_says_otherwise() {
    Trial.Outcome outcome =
        new Trial().input("rules list\nrules list --output plain\n").run("--output", "json");
    assertThat(outcome.out()).isEqualTo("{\n  \"says\": \"listed\"\n}\nlisted\n");
  }

  @Test
  void exit_ends_it() {
    Trial.Outcome outcome = new Trial().input("rules list\nexit\nbreaks\n").run();
    assertThat(outcome.out()).isEqualTo("listed\n");
    assertThat(outcome.code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void a_script_of_nothing_but_comments_is_a_mistake() {
    assertThat(new Trial().input("# nothing\n").run().code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void standard_input_cannot_be_commands_and_data_at_once() {
    Trial.Outcome outcome = new Trial().input("reads\nsome facts\n").run();
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("standard input is read as commands here");
  }

  @Test
  void off_a_terminal_there_is_no_escape_byte() {
    Trial.Outcome outcome = new Trial().input("help\nhelp exit-codes\nattacked\nnosuch\n").run();
    assertThat(outcome.out() + outcome.err()).doesNotContain("\u001b").doesNotContain("tribune> ");
  }
}
