package tribune.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceTest {
  @Test
  void lines_end_at_a_line_feed_a_carriage_return_or_both() {
    Source source = Source.of("x", "one\ntwo\r\nthree\rfour");

    assertThat(source.lines()).isEqualTo(4);
    assertThat(source.line(1)).isEqualTo("one");
    assertThat(source.line(2)).isEqualTo("two");
    assertThat(source.line(3)).isEqualTo("three");
    assertThat(source.line(4)).isEqualTo("four");
  }

  @Test
  void an_empty_text_has_one_empty_line() {
    Source source = Source.of("x", "");

    assertThat(source.lines()).isEqualTo(1);
    assertThat(source.line(1)).isEmpty();
    assertThat(source.span(0, 1)).isEqualTo(new Place(1, 1, 0));
  }

  @Test
  void columns_count_code_points() {
    Source source = Source.of("x", "a\n\uD83D\uDE00: b");

    assertThat(source.span(2, 3)).isEqualTo(new Place(2, 1, 1));
    assertThat(source.span(5, 6)).isEqualTo(new Place(2, 4, 1));
  }

  @Test
  void a_span_ends_with_its_first_line() {
    assertThat(Source.of("x", "ab\ncd").span(1, 5)).isEqualTo(new Place(1, 2, 1));
  }

  @Test
  void a_span_outside_the_text_is_moved_into_it() {
    assertThat(Source.of("x", "ab\ncd").span(90, 91)).isEqualTo(new Place(2, 3, 0));
  }

  @Test
  void a_byte_order_mark_is_passed_over() {
    byte[] bytes = "\uFEFFa: 1".getBytes(StandardCharsets.UTF_8);

    assertThat(Source.decode("x", bytes).orThrow().text()).isEqualTo("a: 1");
  }

  @Test
  void bytes_that_are_not_utf_8_are_shown_where_they_stand() {
    byte[] bytes = {'a', ':', ' ', '1', '\n', 'b', ':', ' ', (byte) 0xE9, '\n'};

    assertThat(text(Source.decode("x.yaml", bytes)))
        .isEqualTo(
            """
            error[IN-001]: the file is not UTF-8: byte 0xE9 here
             --> x.yaml:2:4
            2 | b: \uFFFD
              |    ^
              = save the file as UTF-8 and read it again\
            """);
  }

  @Test
  void a_character_cut_off_at_the_end_is_not_utf_8() {
    byte[] bytes = {'a', (byte) 0xE2, (byte) 0x82};

    assertThat(text(Source.decode("x", bytes))).contains("IN-001", "x:1:2");
  }

  @Test
  void a_file_over_the_limit_is_refused_without_being_read() {
    assertThat(Source.decode("x", new byte[Source.LIMIT_BYTES]).diagnostics()).isEmpty();
    assertThat(text(Source.decode("x", new byte[Source.LIMIT_BYTES + 1])))
        .startsWith("error[IN-002]: the file is too large: 1048577 bytes\n --> x\n");
  }

  private static String text(Reading<?> reading) {
    return reading.fold(sound -> "sound", Reading.Faulty::text);
  }
}
