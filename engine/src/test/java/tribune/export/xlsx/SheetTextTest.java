package tribune.export.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a text becomes in a cell. */
class SheetTextTest {
  @Test
  void an_ordinary_text_stays() {
    assertThat(SheetText.of("=1+1 \u00e9 \ud83d\ude00\nline \u202e two"))
        .isEqualTo("=1+1 \u00e9 \ud83d\ude00\nline \u202e two");
  }

  @Test
  void what_looks_like_an_escape_is_escaped() {
    assertThat(SheetText.of("_x0041_ _x004_ _x00zz_ _x000D_"))
        .isEqualTo("_x005F_x0041_ _x004_ _x00zz_ _x005F_x000D_");
  }

  @Test
  void white_space_is_kept() {
    assertThat(SheetText.of(" a b\r\nc\n")).isEqualTo(" a b_x000D_\nc\n");
  }

  @Test
  void what_xml_cannot_hold_is_replaced() {
    assertThat(SheetText.of("a\u0000b\u001bc\u0085d\ufffee\ud800f\udc00"))
        .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffd");
  }

  @Test
  void what_does_not_fit_is_said_at_its_end() {
    assertThat(SheetText.of("x".repeat(32_767))).isEqualTo("x".repeat(32_767));
    assertThat(SheetText.of("x".repeat(32_768)))
        .hasSizeLessThanOrEqualTo(SheetText.MAX_CHARS)
        .endsWith("x [cut: 81 more characters, all in records.jsonl]");
    String pairs = SheetText.of("x" + "\ud83d\ude00".repeat(1_000_000));
    assertThat(pairs).endsWith(" more characters, all in records.jsonl]").doesNotContain("\ufffd");
    int kept = pairs.indexOf(" [cut: ");
    assertThat(pairs).contains("[cut: " + (2_000_001 - kept) + " more");
  }
}
