package tribune.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.LineReader;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineCompleterTest {

  private static final long SEED = 20260104L;

  private static final LineReader READER = Readers.withoutTerminal();

  /** The bar is the cursor. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "|;                         weigh,rules,export,help,version,exit,quit",
        "ru|;                       weigh,rules,export,help,version,exit,quit",
        "rules |;                   list,show",
        "rules sh|;                 list,show",
        "rules show |;              LTR-03,SIL-01",
        "rules show LTR-03 |;       ``",
        "weigh a --verdict |;       PASS,FAIL",
        "weigh a --verdict=|;       --verdict=PASS,--verdict=FAIL",
        "weigh a --verdict=P|;      --verdict=PASS,--verdict=FAIL",
        "--output |;                table,plain,json,junit,sarif,github",
        "--output json ru|;         weigh,rules,export,help,version,exit,quit",
        "export |;                  verify",
        "rules show -- |;           LTR-03,SIL-01",
        "rules list -- --|;         ``",
        "nosuch |;                  weigh,rules,export,help,version,exit,quit"
      })
  void what_can_stand_at_the_cursor_is_proposed(String line, String expected) {
    assertThat(String.join(",", candidates(line))).isEqualTo(expected);
  }

  @Test
  void options_are_those_of_the_command_and_the_global_ones_that_are_not_given_yet() {
    assertThat(candidates("weigh a --quiet --dry-run --set x --|"))
        .contains("--limit", "--verdict", "--set", "--output", "--help")
        .doesNotContain("--quiet", "--dry-run");
    assertThat(candidates("rules list -|")).contains("--output").doesNotContain("--limit");
  }

  @Test
  void paths_are_proposed_and_a_directory_can_be_gone_into(@TempDir Path directory)
      throws IOException {
    Files.createDirectory(directory.resolve("some dir"));
    Files.createFile(directory.resolve("some file.yaml"));
    Files.createFile(directory.resolve(".hidden"));
    String base = directory + "/";
    assertThat(candidates("weigh " + base + "|"))
        .containsExactlyInAnyOrder(base + "some dir/", base + "some file.yaml");
    assertThat(candidates("weigh " + base + ".|")).containsExactly(base + ".hidden");
    assertThat(candidates("weigh --home " + base + "|")).containsExactly(base + "some dir/");
    assertThat(candidates("weigh " + base + "nosuch/x|")).isEmpty();
  }

  @Test
  void a_proposal_is_quoted_where_it_must_be() {
    CompletingParsedLine line = parse("weigh a", 7);
    assertThat(line.escape("some file.yaml", true)).hasToString("'some file.yaml'");
    assertThat(line.escape("file.yaml", true)).hasToString("file.yaml");
  }

  @Test
  void the_word_at_the_cursor_is_known_without_its_quotes() {
    CompletingParsedLine line = parse("weigh 'some fi", 14);
    assertThat(line.word()).isEqualTo("some fi");
    assertThat(line.wordCursor()).isEqualTo(7);
    assertThat(line.rawWordCursor()).isEqualTo(8);
    assertThat(line.rawWordLength()).isEqualTo(8);
  }

  @Test
  void at_any_place_of_any_line_something_or_nothing_is_proposed() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 20_000; round++) {
      String line = (random.nextBoolean() ? "weigh " : "") + SplitLineTest.text(random, 20);
      int cursor = random.nextInt(line.length() + 1);
      try {
        CompletingParsedLine parsed = parse(line, cursor);
        assertThat(parsed.words().get(parsed.wordIndex())).isEqualTo(parsed.word());
        assertThat(parsed.wordCursor()).isBetween(0, parsed.word().length());
        new LineCompleter(SampleCatalogue.make()).complete(READER, parsed, new ArrayList<>());
      } catch (RuntimeException failure) {
        throw new AssertionError(
            "seed " + SEED + ", round " + round + ", cursor " + cursor + ", line " + line, failure);
      }
    }
  }

  private static List<String> candidates(String lineWithCursor) {
    int cursor = lineWithCursor.indexOf('|');
    CompletingParsedLine line = parse(lineWithCursor.replace("|", ""), cursor);
    List<Candidate> candidates = new ArrayList<>();
    new LineCompleter(SampleCatalogue.make()).complete(READER, line, candidates);
    return candidates.stream().map(Candidate::value).toList();
  }

  private static CompletingParsedLine parse(String line, int cursor) {
    return (CompletingParsedLine) TypedLine.PARSER.parse(line, cursor, ParseContext.COMPLETE);
  }
}
