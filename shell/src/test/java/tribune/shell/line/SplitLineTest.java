package tribune.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitLineTest {

  private static final long SEED = 20260102L;
  private static final String ALPHABET = "ab \t'\"\\#-=\n!$*~é漢🙂\u0000\u001b";

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t \t", "# audit x", "   # audit x", "#"})
  void a_blank_line_and_a_comment_are_no_words(String line) {
    assertThat(SplitLine.of(line).texts()).isEmpty();
    assertThat(SplitLine.of(line).open()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "audit a b           | audit;a;b",
        "audit 'a b'         | audit;a b",
        "audit \"a b\"       | audit;a b",
        "audit a\\ b         | audit;a b",
        "audit 'a\\b'        | audit;a\\b",
        "audit \"a\\b\"      | audit;a\\b",
        "audit \"a\\\"b\"    | audit;a\"b",
        "audit a'b c'\"d\"e  | audit;ab cde",
        "audit ''            | audit;",
        "audit a#b #c        | audit;a#b;#c",
        "audit '#'           | audit;#",
        "--set a='x y'       | --set;a=x y",
        "audit *.yaml ~ $X ! | audit;*.yaml;~;$X;!"
      },
      delimiter = '|')
  void words_are_split_and_nothing_is_expanded(String line, String words) {
    assertThat(String.join(";", SplitLine.of(line).texts())).isEqualTo(words);
  }

  @Test
  void a_quoted_line_end_is_part_of_the_word_and_an_escaped_one_joins() {
    assertThat(SplitLine.of("a 'b\nc'").texts()).containsExactly("a", "b\nc");
    assertThat(SplitLine.of("a b\\\nc d").texts()).containsExactly("a", "bc", "d");
    assertThat(SplitLine.of("a \\\n b").texts()).containsExactly("a", "b");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"audit 'a,SINGLE_QUOTE", "audit \"a,DOUBLE_QUOTE", "audit a\\,BACKSLASH"})
  void what_is_left_open_is_told(String line, SplitLine.Open open) {
    assertThat(SplitLine.of(line).open()).contains(open);
  }

  @Test
  void places_lead_back_to_the_line() {
    SplitLine.Word second = SplitLine.of("audit 'a b' c").words().get(1);
    assertThat("audit 'a b' c".substring(second.start(), second.end())).isEqualTo("'a b'");
  }

  @Test
  void a_quoted_word_comes_back_as_it_was() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 20_000; round++) {
      List<String> words = new ArrayList<>();
      for (int count = random.nextInt(1, 5); count > 0; count--) {
        words.add(text(random, 12));
      }
      String line = words.stream().map(SplitLine::quote).collect(Collectors.joining(" "));
      assertThat(SplitLine.of(line).texts()).as("seed %s, round %s", SEED, round).isEqualTo(words);
    }
  }

  @Test
  void any_line_is_split_into_words_that_lie_in_it_in_order() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 20_000; round++) {
      String line = text(random, 60);
      int end = 0;
      for (SplitLine.Word word : SplitLine.of(line).words()) {
        assertThat(word.start())
            .as("seed %s, round %s, line %s", SEED, round, line)
            .isGreaterThanOrEqualTo(end);
        end = word.end();
      }
      assertThat(end).isLessThanOrEqualTo(line.length());
    }
  }

  static String text(SplittableRandom random, int charactersAtMost) {
    int[] alphabet = ALPHABET.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int count = random.nextInt(charactersAtMost); count > 0; count--) {
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString();
  }
}
