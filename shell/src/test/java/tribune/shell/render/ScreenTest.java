package tribune.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {
  private static final int COLUMNS = 60;

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream error = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource({
    "AUTO,   true,  '',  xterm, COLORS",
    "AUTO,   false, '',  xterm, NONE",
    "AUTO,   true,  1,   xterm, NONE",
    "AUTO,   true,  '',  dumb,  NONE",
    "NEVER,  true,  '',  xterm, NONE",
    "ALWAYS, false, 1,   dumb,  COLORS"
  })
  void colours_are_shown_where_they_are_wanted(
      ColorChoice choice, boolean isTerminal, String noColor, String term, Palette expected) {
    Screen screen =
        new Screen(
            new DataStream(new ByteArrayOutputStream()),
            new DataStream(new ByteArrayOutputStream()),
            isTerminal ? Set.of(StandardStream.OUTPUT) : Set.of(StandardStream.ERROR),
            Map.of("NO_COLOR", noColor, "TERM", term),
            () -> 80);
    assertThat(screen.palette(StandardStream.OUTPUT, choice)).isEqualTo(expected);
  }

  @Test
  void progress_is_one_line_that_is_written_over() {
    Screen screen = screen(Set.of(StandardStream.OUTPUT, StandardStream.ERROR));
    Messages messages = screen.messages(ColorChoice.NEVER, Messages.Talk.ALL);
    messages.progress("90 of 100");
    messages.progress("100 of 100");
    messages.progress("done");
    assertThat(error).hasToString("\r90 of 100\r100 of 100\rdone      ");
    screen.endProgress();
    screen.endProgress();
    assertThat(error).hasToString("\r90 of 100\r100 of 100\rdone      \r    \r");
  }

  @Test
  void progress_is_gone_before_anything_else_is_said() {
    Screen screen = screen(Set.of(StandardStream.OUTPUT, StandardStream.ERROR));
    Messages messages = screen.messages(ColorChoice.NEVER, Messages.Talk.ALL);
    messages.progress("half");
    screen.messages(ColorChoice.NEVER, Messages.Talk.QUIET).warning("mind");
    assertThat(error).hasToString("\rhalf\r    \rwarning: mind\n");
    error.reset();
    messages.progress("half");
    screen
        .output(OutputFormat.PLAIN, ColorChoice.NEVER)
        .write(new Report(List.of(Block.Paragraph.of("all")), JsonView.members()));
    assertThat(error).hasToString("\rhalf\r    \r");
    assertThat(output).hasToString("all\n");
  }

  @Test
  void progress_never_wraps() {
    screen(Set.of(StandardStream.OUTPUT, StandardStream.ERROR))
        .messages(ColorChoice.NEVER, Messages.Talk.ALL)
        .progress("x".repeat(200));
    assertThat(error).hasToString("\r" + "x".repeat(COLUMNS - 1));
  }

  @Test
  void progress_is_not_told_where_nobody_sees_it_or_wants_it() {
    screen(Set.of(StandardStream.OUTPUT))
        .messages(ColorChoice.NEVER, Messages.Talk.ALL)
        .progress("half");
    screen(Set.of(StandardStream.ERROR))
        .messages(ColorChoice.NEVER, Messages.Talk.QUIET)
        .progress("half");
    assertThat(error.size()).isZero();
  }

  private Screen screen(Set<StandardStream> terminals) {
    return new Screen(
        new DataStream(output), new DataStream(error), terminals, Map.of(), () -> COLUMNS);
  }
}
