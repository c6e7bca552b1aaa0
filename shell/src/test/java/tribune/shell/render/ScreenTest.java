package tribune.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {

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
}
