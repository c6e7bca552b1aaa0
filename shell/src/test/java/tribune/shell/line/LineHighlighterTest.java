package tribune.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tribune.shell.render.Palette;

class LineHighlighterTest {

  private static final long SEED = 20260105L;
  private static final AttributedStyle RED =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);

  private final LineReader reader = Readers.withoutTerminal();

  /** Below each character: B bold, R red, a dot neither. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "weigh a;BBBBB..",
        "rules list;BBBBB.BBBB",
        "frob x;RRRR..",
        "frob;RRRR",
        "wei;...",
        "wei ;RRR.",
        "rules lst ;BBBBB.RRR.",
        "weigh --nosuch a;BBBBB.RRRRRRRR..",
        "weigh --nosu;BBBBB.......",
        "weigh --output ;BBBBB..........",
        "# frob;......",
      })
  void known_names_are_bold_and_what_cannot_stand_is_red(String line, String styles) {
    AttributedString shown = highlighter(Palette.COLORS).highlight(reader, line);
    StringBuilder actual = new StringBuilder();
    for (int at = 0; at < shown.length(); at++) {
      AttributedStyle style = shown.styleAt(at);
      actual.append(style.equals(RED) ? 'R' : style.equals(AttributedStyle.BOLD) ? 'B' : '.');
    }
    assertThat(actual).hasToString(styles);
  }

  @Test
  void without_colours_nothing_is_marked() {
    assertThat(highlighter(Palette.NONE).highlight(reader, "frob x"))
        .isEqualTo(new AttributedString("frob x"));
  }

  @Test
  void no_character_of_any_line_is_lost() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 5_000; round++) {
      String line = SplitLineTest.text(random, 30);
      assertThat(highlighter(Palette.COLORS).highlight(reader, line).toString())
          .as("seed %s, round %s", SEED, round)
          .isEqualTo(line);
    }
  }

  private static LineHighlighter highlighter(Palette palette) {
    return new LineHighlighter(SampleCatalogue.make(), palette);
  }
}
