package tribune.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WrapTest {

  private static final long SEED = 20260106L;

  @Test
  void lines_break_between_words() {
    assertThat(wrapped("the long term outranks the sale", 12))
        .containsExactly("the long", "term", "outranks the", "sale");
  }

  @Test
  void a_word_longer_than_a_line_is_broken() {
    assertThat(wrapped("a 0123456789 b", 4)).containsExactly("a", "0123", "4567", "89 b");
  }

  @Test
  void a_wide_character_takes_two_columns() {
    assertThat(wrapped("長期的关系", 4)).containsExactly("長期", "的关", "系");
    assertThat(Text.of("e\u0301").width()).isEqualTo(1);
  }

  @Test
  void a_text_without_words_is_one_empty_line() {
    assertThat(wrapped("", 10)).containsExactly("");
  }

  @Test
  void no_line_is_too_wide_and_no_letter_is_lost() {
    SplittableRandom random = new SplittableRandom(SEED);
    int[] alphabet = "abc   漢🙂é-".codePoints().toArray();
    for (int round = 0; round < 10_000; round++) {
      int columns = random.nextInt(2, 20);
      Text text = Text.NONE;
      for (int spans = random.nextInt(4); spans > 0; spans--) {
        StringBuilder words = new StringBuilder();
        for (int count = random.nextInt(25); count > 0; count--) {
          words.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
        }
        text = text.and(words.toString(), random.nextBoolean() ? Tone.BAD : Tone.PLAIN);
      }
      List<Text> lines = Wrap.lines(text, columns);
      int indent = text.words().length() - text.words().stripLeading().length();
      assertThat(lines.stream().skip(1))
          .as("seed %s, round %s", SEED, round)
          .allMatch(line -> line.width() <= columns);
      assertThat(lines.get(0).width()).isLessThanOrEqualTo(Math.max(columns, indent));
      assertThat(lines.stream().map(Text::words).collect(Collectors.joining()).replace(" ", ""))
          .as("seed %s, round %s", SEED, round)
          .isEqualTo(text.words().replace(" ", ""));
    }
  }

  private static List<String> wrapped(String words, int columns) {
    return Wrap.lines(Text.of(words), columns).stream().map(Text::words).toList();
  }
}
