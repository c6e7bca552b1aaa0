package tribune.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {

  @ParameterizedTest
  @CsvSource({
    "001B,an escape",
    "0000,a null",
    "0007,a bell",
    "0008,a backspace",
    "007F,a delete",
    "009B,a one-byte escape",
    "202E,a direction override",
    "2066,a direction isolate",
    "200E,a direction mark",
    "2028,a line separator",
    "2029,a paragraph separator",
    "FEFF,a byte order mark",
    "00AD,a soft hyphen",
    "D800,half a character",
    "E0041,a tag"
  })
  void what_could_deceive_is_shown_by_its_number(String number, String unusedName) {
    int character = Integer.parseInt(number, 16);
    String text = "a" + (character == 0xD800 ? "\ud800" : Character.toString(character)) + "b";
    assertThat(Printable.line(text)).isEqualTo("a<U+" + number + ">b");
    assertThat(Printable.lines(text)).isEqualTo("a<U+" + number + ">b");
  }

  @Test
  void ordinary_text_stays() {
    String text = "Grüße, 行李, مرحبا, 👩‍👩‍👧 — 60 % “quoted”";
    assertThat(Printable.line(text)).isEqualTo(text);
  }

  @Test
  void line_ends_and_tabs_become_blanks_where_there_is_one_line() {
    assertThat(Printable.line("a\r\nb\nc\td\re")).isEqualTo("a b c d e");
    assertThat(Printable.lines("a\r\nb\nc\td")).isEqualTo("a\nb\nc d");
  }
}
