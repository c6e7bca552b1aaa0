package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.shell.line.ExitCode;
import tribune.shell.render.StandardStream;

class HelpTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "help",
        "weigh",
        "export",
        "rules",
        "exit",
        "exit-codes",
        "verdict",
        "options",
        "lines"
      })
  void every_page_is_as_it_was_read(String topic) {
    String[] words = topic.isEmpty() ? new String[] {"help"} : new String[] {"help", topic};
    Trial.Outcome outcome = Trial.of(words);
    assertThat(outcome.code()).isEqualTo(ExitCode.OK);
    assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 80);
    Golden.check(String.join("-", words) + ".txt", outcome.out());
  }

  @Test
  void help_in_the_other_formats_is_as_it_was_read() {
    Golden.check("help-plain.txt", Trial.of("help", "--output", "plain").out());
    Golden.check("help-weigh.json", Trial.of("help", "weigh", "--output", "json").out());
    Golden.check("help-weigh-plain.txt", Trial.of("weigh", "--help", "--output=plain").out());
  }

  @Test
  void a_wide_terminal_is_used() {
    Trial.Outcome outcome =
        new Trial().terminals(StandardStream.OUTPUT).columns(160).run("help", "lines");
    assertThat(outcome.out().lines().mapToInt(String::length).max().orElseThrow())
        .isBetween(100, 160);
  }

  @Test
  void two_words_are_one_command() {
    assertThat(Trial.of("help", "rules", "show").out())
        .isEqualTo(Trial.of("rules", "show", "--help").out())
        .contains("tribune rules show CHECK");
  }

  @Test
  void a_required_option_stands_without_brackets() {
    assertThat(Trial.of("help", "export").out()).contains("tribune export --format WORD\n");
  }

  @Test
  void a_topic_that_is_not_there_is_an_error_with_the_nearest() {
    Trial.Outcome outcome = Trial.of("help", "exit-code");
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err())
        .isEqualTo("error: there is no help on 'exit-code'\n  did you mean exit-codes?\n");
  }
}
