package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;
import org.springframework.shell.core.InputProvider;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.InteractiveShellRunner;
import org.springframework.shell.core.NonInteractiveShellRunner;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.CommandParser;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.DefaultCommandParser;
import org.springframework.shell.core.command.ExitStatus;
import org.springframework.shell.core.command.Help;
import org.springframework.shell.core.command.ParsedInput;
import org.springframework.shell.jline.CommandHighlighter;
import tribune.shell.line.ExitCode;

/**
 * Why the parser, the runners, the highlighter and the help of Spring Shell 4.0.1 are not used:
 * each test shows first what its own part does, then what the program does. When one of the first
 * halves fails after an upgrade, a part of ours may have become superfluous.
 */
class SpringShellDefectsTest {

  private final CommandRegistry registry = new CommandRegistry();
  private final CommandParser parser = new DefaultCommandParser(registry);
  private final Recorder recorder = new Recorder(ExitStatus.OK);

  SpringShellDefectsTest() {
    registry.registerCommand(recorder);
    registry.registerCommand(new Recorder("fails", new ExitStatus(3, "it fails")));
  }

  @Test
  void a_failure_of_a_one_shot_command_is_not_in_the_exit_code() throws Exception {
    // run returns nothing and throws nothing: the process would end with 0
    new NonInteractiveShellRunner(parser, registry).run(new String[] {"fails"});

    assertThat(Trial.of("fails").code()).isEqualTo(ExitCode.FAIL);
  }

  @Test
  void arguments_of_the_process_are_joined_and_split_again() throws Exception {
    new NonInteractiveShellRunner(parser, registry).run(new String[] {"record", "a b"});
    assertThat(recorder.arguments()).containsExactly("a", "b");

    assertThat(Trial.of("weigh", "a b").out()).contains("files [a b]");
  }

  @Test
  void an_unknown_option_is_accepted_in_silence() throws Exception {
    new NonInteractiveShellRunner(parser, registry).run(new String[] {"record", "--nosuch", "x"});
    assertThat(recorder.runs()).isEqualTo(1);

    Trial.Outcome outcome = Trial.of("weigh", "a", "--nosuch", "x");
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void a_negative_number_is_not_taken_for_the_value_of_an_option() {
    assertThatThrownBy(() -> parser.parse("record --limit -12"))
        .hasMessageContaining("requires a value");

    assertThat(Trial.of("weigh", "a", "--limit", "-12").out()).contains("limit Optional[-12]");
  }

  @Test
  void single_quotes_do_not_quote() {
    assertThat(parser.parse("record 'a b'").arguments())
        .extracting(CommandArgument::value)
        .containsExactly("'a", "b'");

    assertThat(new Trial().input("weigh 'a b'\n").run().out()).contains("files [a b]");
  }

  @Test
  void a_blank_line_throws() {
    assertThatThrownBy(() -> parser.parse("  ")).isInstanceOf(RuntimeException.class);

    Trial.Outcome outcome = new Trial().input("  \nrules list\n").run();
    assertThat(outcome.code()).isEqualTo(ExitCode.OK);
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void help_beside_another_option_is_not_help() {
    assertThatThrownBy(() -> parser.parse("record --limit 1 --help"))
        .hasMessageContaining("'--help' requires a value");

    assertThat(Trial.of("weigh", "a", "--limit", "1", "--help").out())
        .contains("Usage")
        .doesNotContain("files [");
  }

  @Test
  void a_command_asked_for_help_beside_another_option_is_executed() throws Exception {
    new NonInteractiveShellRunner(parser, registry)
        .run(new String[] {"record", "--limit", "1", "--help=true"});
    assertThat(recorder.runs()).isEqualTo(1);

    assertThat(Trial.of("fails", "--quiet", "--help").out()).doesNotContain("it fails");
  }

  @Test
  void help_puts_required_options_in_brackets() throws Exception {
    recorder.setOptions(
        List.of(
            CommandOption.with()
                .longName("format")
                .description("The format.")
                .required(true)
                .type(String.class)
                .build()));
    StringWriter help = new StringWriter();
    ParsedInput input =
        ParsedInput.builder()
            .commandName("help")
            .addArgument(new CommandArgument(0, "record"))
            .build();
    new Help().execute(new CommandContext(input, registry, new PrintWriter(help), noInput()));
    assertThat(help).asString().contains("[--format String]");

    assertThat(Trial.of("help", "export").out()).contains("export --format WORD\n");
  }

  @Test
  void ctrl_c_at_the_prompt_ends_the_shell() throws Exception {
    Iterator<String> lines = List.of("record").iterator();
    InputProvider interruptedOnce =
        new InputProvider() {
          private boolean interrupted;

          @Override
          public String readInput() {
            if (!interrupted) {
              interrupted = true;
              throw new UserInterruptException("");
            }
            return lines.hasNext() ? lines.next() : "quit";
          }
        };
    new SilentRunner(interruptedOnce, parser, registry).run(new String[0]);
    assertThat(recorder.runs()).isZero();

    // ours: InteractiveShellTest.ctrl_c_at_the_prompt_throws_the_line_away
  }

  @Test
  void the_highlighter_colours_whatever_the_user_wants() throws Exception {
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(
                new DumbTerminal(InputStream.nullInputStream(), OutputStream.nullOutputStream()))
            .build();
    assertThat(new CommandHighlighter(registry).highlight(reader, "nosuch").styleAt(0))
        .isEqualTo(AttributedStyle.DEFAULT.foreground(AttributedStyle.RED));

    // ours: InteractiveShellTest.with_no_color_there_is_no_colour
  }

  @Test
  void boot_eats_options_that_look_like_its_own() {
    // ours gets them all: Boot is told to add no command line properties
    assertThat(Trial.of("weigh", "a", "--set", "spring.main.banner-mode=x", "--debug").out())
        .contains("set [spring.main.banner-mode=x]");
    Trial.Outcome outcome = Trial.of("weigh", "a", "--spring.main.banner-mode=console");
    assertThat(outcome.err()).contains("unknown option --spring.main.banner-mode");
  }

  @Test
  void hidden_commands_cannot_be_called_and_the_order_of_commands_is_that_of_their_hashes() {
    registry.registerCommand(
        new AbstractCommand("secret", "", "", "", true) {
          @Override
          public ExitStatus doExecute(CommandContext context) {
            return ExitStatus.OK;
          }
        });
    assertThat(registry.getCommandByName("secret")).isNull();

    List<String> commands =
        Trial.of("help").out().lines().map(String::strip).filter(l -> l.contains("  ")).toList();
    assertThat(commands.get(0)).startsWith("weigh");
    assertThat(commands.get(1)).startsWith("fails");
  }

  private static InputReader noInput() {
    return new InputReader() {};
  }

  /** Remembers what it was called with. */
  private static final class Recorder extends AbstractCommand {

    private final List<ParsedInput> calls = new ArrayList<>();
    private final ExitStatus status;

    Recorder(ExitStatus status) {
      this("record", status);
    }

    Recorder(String name, ExitStatus status) {
      super(name, "Records.");
      this.status = status;
    }

    @Override
    public ExitStatus doExecute(CommandContext context) {
      calls.add(context.parsedInput());
      return status;
    }

    int runs() {
      return calls.size();
    }

    List<String> arguments() {
      return calls.get(0).arguments().stream().map(CommandArgument::value).toList();
    }
  }

  /** The stock interactive runner, with its words going nowhere. */
  private static final class SilentRunner extends InteractiveShellRunner {

    SilentRunner(InputProvider input, CommandParser parser, CommandRegistry registry) {
      super(input, parser, registry);
    }

    @Override
    public void print(String message) {
      // nobody listens
    }

    @Override
    public void flush() {
      // nothing is kept back
    }

    @Override
    public PrintWriter getWriter() {
      return new PrintWriter(PrintWriter.nullWriter());
    }

    @Override
    public InputReader getReader() {
      return noInput();
    }
  }
}
