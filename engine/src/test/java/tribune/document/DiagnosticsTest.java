package tribune.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiagnosticsTest {
  private final Source source = Source.of("x", "a\n".repeat(400));

  @Test
  void they_are_sorted_by_place_and_stay_in_order_at_the_same_place() {
    Diagnostics diagnostics = new Diagnostics(source);
    diagnostics.add(DocumentCode.SYNTAX, new Place(3, 1, 1), "third", "");
    diagnostics.add(DocumentCode.SYNTAX, new Place(1, 1, 1), "first", "");
    diagnostics.add(DocumentCode.SYNTAX, new Place(1, 1, 1), "second", "");

    assertThat(diagnostics.sorted())
        .extracting(Diagnostic::message)
        .containsExactly("first", "second", "third");
  }

  @Test
  void one_without_a_place_comes_first() {
    Diagnostics diagnostics = new Diagnostics(source);
    diagnostics.add(DocumentCode.SYNTAX, Place.START, "placed", "");
    diagnostics.add(Diagnostic.of(DocumentCode.EMPTY, source, "whole"));

    assertThat(diagnostics.sorted()).extracting(Diagnostic::message).startsWith("whole");
  }

  @Test
  void a_hundred_are_shown_and_the_others_counted() {
    Diagnostics diagnostics = new Diagnostics(source);
    for (int line = 1; line <= 150; line++) {
      diagnostics.add(DocumentCode.SYNTAX, new Place(line, 1, 1), "m" + line, "");
    }

    String text = diagnostics.reading("value").fold(sound -> "sound", Reading.Faulty::text);

    assertThat(text).contains("m100").doesNotContain("m101").endsWith("\n\nand 50 more");
  }

  @Test
  void without_errors_the_value_is_sound() {
    assertThat(new Diagnostics(source).<String>reading("value").orThrow()).isEqualTo("value");
  }
}
