package tribune.proof.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.proof.Fault;
import tribune.proof.ProofRefused;

class SpellingTest {
  @Test
  void a_number_has_one_spelling() {
    assertThat(Spelling.decimal("0")).hasValue(0);
    assertThat(Spelling.decimal("10")).hasValue(10);
    assertThat(Spelling.decimal("9223372036854775807")).hasValue(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "01",
        "-0",
        "-1",
        "+1",
        " 1",
        "1 ",
        "1.0",
        "1e3",
        "0x1",
        "\u0661",
        "\uFF11",
        "9223372036854775808",
        "18446744073709551616",
        "99999999999999999999",
        "1_0"
      })
  void other_texts_are_no_number(String text) {
    assertThat(Spelling.decimal(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AA",
        "AA=",
        "AB==",
        "AAB=",
        "A===",
        "AA==\n",
        " AA==",
        "AA== ",
        "A A==",
        "AA==AA==",
        "AA--",
        "__8=",
        "AA=\u00a0",
        "\u00e4A=="
      })
  void other_spellings_of_base64_are_no_bytes(String text) {
    assertThat(Spelling.base64(text)).isEmpty();
  }

  @Test
  void base64_has_one_spelling() {
    assertThat(Spelling.base64("")).hasValueSatisfying(bytes -> assertThat(bytes).isEmpty());
    assertThat(Spelling.base64("AA==")).hasValueSatisfying(bytes -> assertThat(bytes).hasSize(1));
    assertThat(Spelling.base64("+/8=")).isPresent();
  }

  @Test
  void bytes_that_are_no_lines_are_refused() {
    refused(
        "abc\r\n", "x, line 1: found the control character U+000D, expected none but the newline");
    refused(
        "a\nb\tc\n",
        "x, line 2: found the control character U+0009, expected none but the newline");
    refused("abc", "x: found an end in the middle of a line, expected a newline as the last byte");
    refused("", "x: found an end in the middle of a line, expected a newline as the last byte");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u00c0\u00af", "\u00ed\u00a0\u0080", "\u00ff", "\u00f4\u0090\u0080\u0080"})
  void bytes_that_are_no_utf_8_are_refused(String octets) {
    byte[] bytes = (octets + "\n").getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> StrictText.utf8("x", bytes, 100)).hasMessageContaining("UTF-8");
  }

  @Test
  void a_text_that_is_too_long_is_not_looked_at() {
    byte[] bytes = new byte[101];
    Arrays.fill(bytes, (byte) 0xff);
    assertThatThrownBy(() -> StrictText.utf8("x", bytes, 100))
        .isInstanceOfSatisfying(
            ProofRefused.class, e -> assertThat(e.fault()).isEqualTo(Fault.TOO_LONG))
        .hasMessage("x: found 101 bytes, expected at most 100");
  }

  @Test
  void what_is_shown_is_short_and_without_control_characters() {
    assertThat(StrictText.shown("a\u001b[2Jb")).isEqualTo("\"a?[2Jb\"");
    assertThat(StrictText.shown("x".repeat(61))).isEqualTo('"' + "x".repeat(60) + "...\"");
    assertThat(StrictText.shown("\uD83D\uDE00".repeat(60))).endsWith("\uD83D\uDE00\"");
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> StrictText.lines("x", text.getBytes(StandardCharsets.UTF_8), 100))
        .isInstanceOf(ProofRefused.class)
        .hasMessage(message);
  }
}
