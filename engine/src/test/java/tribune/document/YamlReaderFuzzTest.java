package tribune.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class YamlReaderFuzzTest {
  private static final long SEED = 42;
  private static final int ROUNDS = 6_000;

  private static final List<String> TEXTS =
      List.of(
          "a: 1\nb:\n  - x: [1, 2, {c: 'd'}]\n    y: \"\\u00e9\\n\"\nc: |\n  text\n  more\n",
          "{\"a\": [1, -2.5, null, true], \"b\": {\"c\": \"\\ud83d\\ude00\"}}",
          "# comment\n? k\n: v\n&a b: *a\n!t c: >-\n  folded\n---\n- \uD83D\uDE00\r\n- \t\r\n",
          "\uD83D\uDE00: \u5BA2\u6237\n\u2028: \u00A0\nlist:\n- a\n-  b: 1\n   c: 2\n");

  private static final String SPICE =
      "[]{}:,-?&*!|>'\"%@`#\n\r\t \\\0\uFEFF\u0085\u2028\uD83D\uDE00\u007F";

  @Test
  void mutated_texts_are_read_or_refused_and_never_pointed_at_outside() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = mutated(random);
      String as = "seed " + SEED + ", round " + round;
      assertThatCode(() -> read(bytes)).as(as).doesNotThrowAnyException();
    }
  }

  @Test
  void texts_of_special_characters_only_are_read_or_refused() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(24); i > 0; i--) {
        text.append(SPICE.charAt(random.nextInt(SPICE.length())));
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      String as = "seed " + SEED + ", round " + round;
      assertThatCode(() -> read(bytes)).as(as).doesNotThrowAnyException();
    }
  }

  @Test
  void wide_characters_across_any_buffer_of_the_parser_are_read() {
    for (int length = 1000; length < 1050; length++) {
      String text = "a: " + "x".repeat(length) + "\uD83D\uDE00".repeat(2000);
      assertThat(YamlReader.read(Source.of("x", text)).diagnostics())
          .as("length " + length)
          .isEmpty();
    }
  }

  private static void read(byte[] bytes) {
    Reading<Document> reading = Source.decode("fuzz", bytes).then(YamlReader::read);
    reading.diagnostics().forEach(YamlReaderFuzzTest::requireInside);
    reading.fold(
        sound -> {
          requireInside(sound.value().root(), sound.value().source());
          return true;
        },
        faulty -> !faulty.text().isEmpty());
  }

  private static void requireInside(Diagnostic diagnostic) {
    Place place = diagnostic.place();
    if (place != null) {
      requireInside(place, diagnostic.source());
    }
  }

  private static void requireInside(Place place, Source source) {
    assertThat(place.line()).isLessThanOrEqualTo(source.lines());
    String line = source.line(place.line());
    int width = line.codePointCount(0, line.length());
    assertThat(place.column() - 1 + place.length()).isLessThanOrEqualTo(width);
  }

  private static void requireInside(Node node, Source source) {
    requireInside(node.place(), source);
    if (node instanceof Node.Sequence sequence) {
      sequence.elements().forEach(element -> requireInside(element, source));
    }
    if (node instanceof Node.Mapping mapping) {
      mapping.entries().forEach(entry -> requireInside(entry.key(), source));
      mapping.entries().forEach(entry -> requireInside(entry.value(), source));
    }
  }

  private static byte[] mutated(SplittableRandom random) {
    byte[] bytes = TEXTS.get(random.nextInt(TEXTS.size())).getBytes(StandardCharsets.UTF_8).clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) SPICE.charAt(random.nextInt(20));
        case 2 -> bytes = java.util.Arrays.copyOf(bytes, Math.max(1, at));
        default -> bytes[at] = bytes[random.nextInt(bytes.length)];
      }
    }
    return bytes;
  }
}
