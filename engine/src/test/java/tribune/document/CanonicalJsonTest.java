package tribune.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
  private static final long SEED = 20_260_101L;

  @Test
  void keys_stand_in_order_of_their_code_units_and_nothing_is_spaced() {
    Json value =
        Json.Members.of(
            Map.of(
                "b", new Json.Whole(1),
                "aB", new Json.Elements(List.of(new Json.Text("x"), Json.Members.of(Map.of()))),
                "a", new Json.Elements(List.of()),
                "aa", new Json.Text("")));
    assertThat(written(value)).isEqualTo("{'a':[],'aB':['x',{}],'aa':'','b':1}".replace('\'', '"'));
  }

  @Test
  void text_is_escaped_as_rfc_8785_says() {
    assertThat(written(new Json.Text("\u20ac$\u000f\nA'B\"\\\\\"/\b\t\f\r\u007f\u2028")))
        .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\b\\t\\f\\r\u007f\u2028\"");
  }

  @Test
  void what_is_written_is_read_back() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 5_000; i++) {
      Json value = new RandomJson(random).value(0);
      assertThat(CanonicalJson.read(CanonicalJson.write(value)))
          .as("seed %d, case %d", SEED, i)
          .isEqualTo(value);
    }
  }

  @Test
  void changed_bytes_are_refused_or_are_the_canonical_form_of_another_value() {
    SplittableRandom random = new SplittableRandom(SEED);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] good = CanonicalJson.write(new RandomJson(random).value(0));
      byte[] changed = changed(good, random);
      try {
        assertThat(CanonicalJson.write(CanonicalJson.read(changed)))
            .as("seed %d, case %d: %s", SEED, i, new String(changed, UTF_8))
            .isEqualTo(changed);
      } catch (NotCanonicalJson e) {
        refused++;
        assertThat(e.offset()).as("seed %d, case %d", SEED, i).isBetween(0, changed.length);
      }
    }
    assertThat(refused).isGreaterThan(5_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|0|ends too early",
        "` 1`|0|expected an object",
        "`1 `|1|nothing may follow",
        "{\"a\": 1}|5|expected an object",
        "{\"b\":1,\"a\":2}|7|must stand before",
        "{\"a\":1,\"a\":2}|7|must stand before",
        "{\"A\":1}|1|key is not of the form",
        "{\"\":1}|1|key is not of the form",
        "{\"a_b\":1}|1|key is not of the form",
        "{\"a\":1,}|7|expected '\"'",
        "{\"a\"}|4|expected ':'",
        "[1,]|3|expected an object",
        "[1 2]|2|expected ','",
        "[1|2|ends too early",
        "01|0|canonical form of a whole number",
        "-0|0|canonical form of a whole number",
        "-|0|canonical form of a whole number",
        "1.0|1|nothing may follow",
        "1e3|1|nothing may follow",
        "9007199254740992|0|beyond 2^53-1",
        "99999999999999999|0|canonical form of a whole number",
        "true|0|expected an object",
        "null|0|expected an object",
        "\"\\/\"|1|escape",
        "\"\\u0041\"|1|escape",
        "\"\\u000A\"|1|escape",
        "\"\\u000a\"|1|escape",
        "\"\\u001F\"|1|escape",
        "\"\\u00\"|1|escape",
        "\"\\x\"|1|escape",
        "\"a|2|ends too early",
        "\"e\u0301\"|0|NFC"
      })
  void what_is_not_canonical_is_refused_with_its_place(String text, int offset, String problem) {
    NotCanonicalJson refusal =
        catchThrowableOfType(
            NotCanonicalJson.class, () -> CanonicalJson.read(text.getBytes(UTF_8)));
    assertThat(refusal).hasMessageContaining(problem);
    assertThat(refusal.offset()).isEqualTo(offset);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x01, 0x09, 0x0a, 0x1f, 0x80, 0xc0, 0xed, 0xff})
  void raw_controls_and_broken_utf8_are_refused(int b) {
    byte[] bytes = {'"', (byte) b, '"'};
    assertThatThrownBy(() -> CanonicalJson.read(bytes)).isInstanceOf(NotCanonicalJson.class);
  }

  @Test
  void depth_is_limited_in_both_directions() {
    Json deep = new Json.Whole(1);
    for (int i = 0; i < CanonicalJson.MAX_DEPTH; i++) {
      deep = new Json.Elements(List.of(deep));
    }
    assertThat(CanonicalJson.read(CanonicalJson.write(deep))).isEqualTo(deep);
    Json deeper = new Json.Elements(List.of(deep));
    assertThatThrownBy(() -> CanonicalJson.write(deeper)).hasMessageContaining("nested deeper");
    byte[] brackets = "[".repeat(1_000_000).getBytes(UTF_8);
    assertThatThrownBy(() -> CanonicalJson.read(brackets)).hasMessageContaining("nested deeper");
  }

  @Test
  void length_is_limited_in_both_directions() {
    byte[] bytes = new byte[CanonicalJson.MAX_BYTES + 1];
    Arrays.fill(bytes, (byte) '1');
    assertThatThrownBy(() -> CanonicalJson.read(bytes)).hasMessageContaining("longer than");
    Json.Text half = new Json.Text("x".repeat(CanonicalJson.MAX_BYTES / 2));
    assertThatThrownBy(() -> CanonicalJson.write(new Json.Elements(List.of(half, half))))
        .hasMessageContaining("longer than");
  }

  @Test
  void values_outside_the_profile_are_not_written() {
    assertThatThrownBy(() -> CanonicalJson.write(new Json.Text("e\u0301")))
        .hasMessageContaining("NFC");
    assertThatThrownBy(() -> CanonicalJson.write(new Json.Text("\ud800")))
        .hasMessageContaining("lone surrogate");
    assertThatThrownBy(() -> CanonicalJson.write(Json.Members.of(Map.of("A", new Json.Whole(1)))))
        .hasMessageContaining("key 'A'");
    assertThatThrownBy(
            () -> CanonicalJson.write(Json.Members.of(Map.of("a".repeat(65), new Json.Whole(1)))))
        .hasMessageContaining("key");
  }

  @Test
  void any_text_can_be_brought_into_the_profile() {
    assertThat(CanonicalJson.text("e\u0301").value()).isEqualTo("\u00e9");
    assertThat(CanonicalJson.text("a\ud800b\udc00").value()).isEqualTo("a\ufffdb\ufffd");
    assertThat(CanonicalJson.text("\ud83d\ude00").value()).isEqualTo("\ud83d\ude00");
  }

  private static byte[] changed(byte[] good, SplittableRandom random) {
    int at = random.nextInt(good.length);
    byte[] bytes =
        switch (random.nextInt(3)) {
          case 0 -> Arrays.copyOf(good, at);
          case 1 -> Arrays.copyOf(good, good.length + 1);
          default -> good.clone();
        };
    if (bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(random.nextBoolean() ? 128 : 256);
    }
    return bytes;
  }

  private static String written(Json value) {
    return new String(CanonicalJson.write(value), UTF_8);
  }
}
