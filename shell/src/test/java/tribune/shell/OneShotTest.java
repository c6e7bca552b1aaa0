package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tribune.shell.line.ExitCode;
import tribune.shell.render.StandardStream;

class OneShotTest {

  @Test
  void a_command_gets_its_arguments_and_options() {
    Trial.Outcome outcome =
        Trial.of("weigh", "a b.yaml", "--limit", "-12", "-", "--set=x=1", "--set", "y=2");
    assertThat(outcome.out())
        .isEqualTo(
            """
            files [a b.yaml, -]
            dry-run false
            limit Optional[-12]
            verdict Optional.empty
            title Optional.empty
            set [x=1, y=2]
            """);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isEqualTo(ExitCode.OK);
  }

  @ParameterizedTest
  @CsvSource({"fails,FAIL", "incomplete,INCOMPLETE", "refuses,REFUSED", "breaks,INTERNAL"})
  void the_exit_code_is_that_of_the_command(String command, ExitCode code) {
    assertThat(Trial.of(command).code()).isEqualTo(code);
  }

  @Test
  void an_expected_failure_is_told_in_one_line_with_advice() {
    Trial.Outcome outcome = Trial.of("refuses");
    assertThat(outcome.err()).isEqualTo("error: the home is in use\n  wait for the other one\n");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void a_defect_is_told_without_a_stack_trace() {
    Trial.Outcome outcome = Trial.of("breaks");
    assertThat(outcome.err())
        .isEqualTo(
            """
            error: internal error in breaks: java.lang.IllegalStateException: a bolt is loose
              this is a defect of Tribune; run it again with --debug to see where
            """);
  }

  @Test
  void a_defect_is_told_with_its_stack_trace_in_debug() {
    assertThat(Trial.of("breaks", "--debug").err())
        .contains("at tribune.shell.SampleCommands.")
        .contains("please report it");
  }

  @Test
  void a_stack_overflow_is_a_defect_too() {
    Trial.Outcome outcome = Trial.of("recurses");
    assertThat(outcome.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(outcome.err()).startsWith("error: internal error in recurses: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h"})
  void help_is_shown_and_the_command_never_run(String help) {
    Trial.Outcome outcome = Trial.of("fails", help);
    assertThat(outcome.out()).contains("Usage").doesNotContain("it fails");
    assertThat(outcome.code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void help_wins_over_a_mistake_in_the_same_line() {
    Trial.Outcome outcome = Trial.of("weigh", "--no-such", "--help");
    assertThat(outcome.code()).isEqualTo(ExitCode.OK);
    assertThat(outcome.out()).contains("tribune weigh [OPTION...] FILE...");
  }

  @Test
  void version_is_an_option_too() {
    assertThat(Trial.of("--version").out()).isEqualTo(Trial.of("version").out());
    assertThat(Trial.of("version").out()).contains("tribune").contains("0.1.0");
  }

  @Test
  void a_usage_error_leaves_standard_output_empty() {
    Trial.Outcome outcome = Trial.of("weigh", "a", "--ouput", "json");
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .isEqualTo(
            """
            error: unknown option --ouput for weigh
              did you mean --output?
              for help: tribune help weigh
            """);
  }

  @Test
  void a_command_of_the_prompt_says_why_it_is_not_available() {
    Trial.Outcome outcome = Trial.of("history");
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err())
        .isEqualTo("error: history is not available because it belongs to the interactive shell\n");
  }

  @Test
  void standard_input_is_data_for_a_one_shot_command() {
    assertThat(new Trial().input("some facts").run("reads").out()).isEqualTo("some facts\n");
  }

  @Test
  void quiet_keeps_hints_back_but_not_warnings() {
    assertThat(Trial.of("hints").err()).isEqualTo("a hint\nwarning: a warning\n");
    assertThat(Trial.of("hints", "--quiet").err()).isEqualTo("warning: a warning\n");
  }

  @Test
  void the_home_is_that_of_the_option_before_that_of_the_environment() {
    Trial inHome = new Trial().environment("TRIBUNE_HOME", "/from/environment");
    assertThat(inHome.run("hints").out()).contains("home=/from/environment");
    assertThat(new Trial().run("hints").out()).contains("home=/nowhere/.tribune");
    assertThat(
            new Trial()
                .environment("TRIBUNE_HOME", "/from/environment")
                .run("--home", "/from/option", "hints")
                .out())
        .contains("home=/from/option");
  }

  @Test
  void nothing_a_title_holds_reaches_the_terminal_as_a_command() {
    Trial.Outcome outcome =
        new Trial().terminals(StandardStream.OUTPUT).environment("TERM", "xterm").run("attacked");
    assertThat(outcome.out()).isEqualTo("bags<U+001B>[2J VERDICT PASS<U+202E><U+0007>\n");
  }

  @Test
  void a_reader_that_has_gone_changes_nothing() {
    Trial.Outcome outcome = new Trial().output(failingWith("Broken pipe")).run("fails");
    assertThat(outcome.code()).isEqualTo(ExitCode.FAIL);
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void a_full_disk_is_never_taken_for_success() {
    Trial.Outcome outcome = new Trial().output(failingWith("No space left on device")).run("help");
    assertThat(outcome.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(outcome.err())
        .isEqualTo("error: cannot write the output: No space left on device\n");
  }

  @Test
  void an_interrupted_command_exits_with_130() {
    Trial.Outcome outcome =
        new Trial()
            .interruptKey(
                action -> {
                  Thread presser =
                      new Thread(
                          () -> {
                            sleepForHalfASecond();
                            action.run();
                          });
                  presser.setDaemon(true);
                  presser.start();
                })
            .run("waits");
    assertThat(outcome.code()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(outcome.err()).contains("stopping; press Ctrl-C again").endsWith("interrupted\n");
  }

  @Test
  void a_stray_application_runner_does_not_disable_the_program() {
    Trial.Outcome outcome = new Trial().commands(StrayRunner.class).run("version");
    assertThat(outcome.out()).contains("tribune");
  }

  @Test
  void without_arguments_and_input_nothing_is_done_and_that_is_an_error() {
    Trial.Outcome outcome = Trial.of();
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).startsWith("error: no command is given");
  }

  @Test
  void a_keyboard_without_a_screen_gets_no_silent_prompt() {
    Trial.Outcome outcome = new Trial().terminals(StandardStream.INPUT).run();
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("standard output is no terminal");
  }

  private static void sleepForHalfASecond() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static OutputStream failingWith(String message) {
    return new OutputStream() {
      @Override
      public void write(int unused) throws IOException {
        throw new IOException(message);
      }
    };
  }

  @Configuration(proxyBeanMethods = false)
  static class StrayRunner {
    @Bean
    ApplicationRunner stray() {
      return arguments -> {};
    }
  }
}
