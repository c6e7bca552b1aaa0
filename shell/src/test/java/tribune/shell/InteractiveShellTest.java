package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static tribune.shell.TypingUser.CTRL_C;
import static tribune.shell.TypingUser.CTRL_D;
import static tribune.shell.TypingUser.CTRL_P;
import static tribune.shell.TypingUser.ENTER;
import static tribune.shell.TypingUser.TAB;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.shell.line.ExitCode;

class InteractiveShellTest {

  private static final Map<String, String> COLORS = Map.of("TERM", "xterm-256color");

  @TempDir Path home;

  @Test
  void it_greets_prompts_runs_and_leaves_with_zero() throws IOException {
    try (TypingUser user = user()) {
      user.isTold("Tribune 0.1.0. Type help, or exit to leave.\n");
      user.types("rules list" + ENTER).sees("listed").sees("tribune> ");
      user.types("fails" + ENTER).sees("it fails").sees("tribune> ");
      user.types("exit" + ENTER);
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void ctrl_d_leaves() throws IOException {
    try (TypingUser user = user()) {
      user.types(CTRL_D);
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void ctrl_c_at_the_prompt_throws_the_line_away() throws IOException {
    try (TypingUser user = user()) {
      user.types("rules show sil").sees("sil").types(CTRL_C).sees("tribune> ");
      user.types("rules list" + ENTER).sees("listed");
      user.types("quit" + ENTER);
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
      assertThat(user.all()).doesNotContain("shown");
    }
  }

  @Test
  void ctrl_c_stops_a_command_and_not_the_shell() throws IOException {
    try (TypingUser user = user()) {
      user.types("waits" + ENTER).isTold("waiting");
      user.types(CTRL_C).isTold("error: ").isTold("interrupted");
      user.sees("tribune> ").types("rules list" + ENTER).sees("listed").types("exit" + ENTER);
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void an_open_quote_asks_for_more() throws IOException {
    try (TypingUser user = user()) {
      user.types("weigh 'a" + ENTER).sees("-> ").types("b'" + ENTER).sees("files [a b]");
      user.types("exit" + ENTER);
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void commands_options_values_and_files_are_completed() throws IOException {
    Files.createFile(home.resolve("bags of gold.yaml"));
    try (TypingUser user = user()) {
      user.types("rules sh" + TAB).sees("ow").types("S" + TAB).sees("IL-01").types(ENTER);
      user.sees("shown SIL-01");
      user.types("weigh --dr" + TAB + home + "/ba" + TAB + ENTER);
      user.sees("files [" + home + "/bags of gold.yaml]").sees("dry-run true");
      user.types("exit" + ENTER);
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void lines_are_kept_for_the_next_session_and_for_nobody_else() throws IOException {
    try (TypingUser user = user()) {
      user.types("rules list" + ENTER).sees("listed").sees("tribune> ").types("exit" + ENTER);
      user.leaves();
    }
    Path file = home.resolve("history");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (TypingUser user = user()) {
      user.types(CTRL_P + CTRL_P + ENTER).sees("listed").sees("tribune> ");
      user.types("history --output json" + ENTER).sees("\"rules list\"").types("exit" + ENTER);
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void an_exclamation_mark_is_only_an_exclamation_mark() throws IOException {
    try (TypingUser user = user()) {
      user.types("weigh !x !! a!1" + ENTER).sees("files [!x, !!, a!1]").types("exit" + ENTER);
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void a_home_that_cannot_be_written_costs_the_history_only() throws IOException {
    Path file = Files.createFile(home.resolve("file"));
    try (TypingUser user = TypingUser.at("xterm", file.resolve("home"), COLORS)) {
      user.isTold("warning: the history of this session is not kept");
      user.types("rules list" + ENTER).sees("listed").types("exit" + ENTER);
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void options_of_the_start_hold_for_the_session() throws IOException {
    try (TypingUser user = TypingUser.at("xterm", home, COLORS, "--output", "json")) {
      user.types("rules list" + ENTER).sees("\"says\": \"listed\"");
      user.types("rules list --output plain" + ENTER).sees("listed\r\n").types("exit" + ENTER);
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void what_is_unknown_is_red() throws IOException {
    try (TypingUser user = user()) {
      user.types("nosuch x").sees("\u001b[31m").types(CTRL_C).sees("tribune> ");
      user.types("exit" + ENTER).leaves();
    }
  }

  @Test
  void with_no_color_there_is_no_colour() throws IOException {
    Map<String, String> environment = Map.of("TERM", "xterm-256color", "NO_COLOR", "1");
    try (TypingUser user = TypingUser.at("xterm-256color", home, environment)) {
      assertThat(colorsOf(user)).isEmpty();
    }
    try (TypingUser user = TypingUser.at("xterm-256color", home, COLORS, "--color", "never")) {
      assertThat(colorsOf(user)).isEmpty();
    }
    try (TypingUser user = user()) {
      assertThat(colorsOf(user)).isNotEmpty();
    }
  }

  @Test
  void a_dumb_terminal_gets_no_escape_at_all() throws IOException {
    try (TypingUser user = TypingUser.at("dumb", home, Map.of("TERM", "dumb"))) {
      user.types("help" + ENTER).sees("Usage").sees("tribune> ").types("exit" + ENTER).leaves();
      assertThat(user.all() + user.errors()).doesNotContain("\u001b");
    }
  }

  private TypingUser user() {
    return TypingUser.at("xterm-256color", home, COLORS);
  }

  /** Every "select graphic rendition" that chooses a colour or a weight. */
  private static String colorsOf(TypingUser user) {
    user.types("nosuch x" + ENTER).isTold("unknown command").sees("tribune> ");
    user.types("help exit-codes" + ENTER).sees("INTERRUPTED").sees("tribune> ");
    user.types("exit" + ENTER).leaves();
    StringBuilder colors = new StringBuilder();
    Pattern.compile("\u001b\\[[0-9;]*m")
        .matcher(user.all() + user.errors())
        .results()
        .map(MatchResult::group)
        .filter(sequence -> !sequence.equals("\u001b[0m") && !sequence.equals("\u001b[m"))
        .forEach(colors::append);
    return colors.toString();
  }
}
