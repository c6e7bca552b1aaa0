package tribune.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiagnosticTest {
  @Test
  void it_shows_message_place_line_carets_label_and_notes() {
    Source source = Source.of("bags.yaml", "\n".repeat(30) + "    method: survy\n");

    assertThat(at(source, new Place(31, 13, 5)).label("did you mean SURVEY?").note("allowed: A, B"))
        .hasToString(
            """
            error[IN-004]: unknown value for method
              --> bags.yaml:31:13
            31 |     method: survy
               |             ^^^^^ did you mean SURVEY?
               = allowed: A, B\
            """);
  }

  @Test
  void one_about_the_whole_source_has_no_line() {
    assertThat(Diagnostic.of(DocumentCode.EMPTY, Source.of("a.yaml", ""), "nothing").note("do x"))
        .hasToString("error[IN-003]: nothing\n --> a.yaml\n  = do x");
  }

  @Test
  void tabs_and_wide_characters_keep_the_carets_below_the_place() {
    Source source = Source.of("x", "\t\u5BA2\u6237: e\u0301x");

    assertThat(at(source, new Place(1, 6, 3)).text())
        .endsWith("1 |     \u5BA2\u6237: e\u0301x\n  |           ^^");
  }

  @Test
  void characters_that_move_the_cursor_or_hide_are_made_visible() {
    Source source = Source.of("x\u001B[2J", "a: \u001B[31m\u202Eb");

    String text = at(source, new Place(1, 4, 1)).text();

    assertThat(text).contains("--> x\u241B[2J:1:4").contains("a: \u241B[31m\uFFFDb");
    assertThat(text.chars().filter(c -> c != '\n' && Character.isISOControl(c))).isEmpty();
  }

  @Test
  void a_long_line_is_cut_around_the_place() {
    Source source = Source.of("x", "a".repeat(500) + "!" + "b".repeat(500));

    String text = at(source, new Place(1, 501, 1)).text();

    String[] lines = text.split("\n", -1);
    assertThat(lines[2]).isEqualTo("1 | ..." + "a".repeat(50) + "!" + "b".repeat(49) + "...");
    assertThat(lines[3].indexOf('^')).isEqualTo(lines[2].indexOf('!'));
  }

  @Test
  void a_place_that_is_longer_than_what_is_shown_is_cut_with_it() {
    Source source = Source.of("x", "k: " + "v".repeat(5000));

    assertThat(at(source, new Place(1, 4, 5000)).text().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThan(115));
  }

  @Test
  void a_place_behind_the_last_character_still_gets_a_caret() {
    assertThat(at(Source.of("x", "ab"), new Place(1, 3, 0)).text()).endsWith("1 | ab\n  |   ^");
  }

  private static Diagnostic at(Source source, Place place) {
    return Diagnostic.of(DocumentCode.SYNTAX, source, "unknown value for method").at(place);
  }
}
