package tribune.rulebase.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
  private static final String HEAD =
      "<!-- Generated from the rule base. Edit its files, then generate anew; see docs/rules.md."
          + " -->\n\n# X\n\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "plain words, (brackets) and 2.5% @ plain words, (brackets) and 2.5%",
        "*not* _this_ `or` that @ \\*not\\* \\_this\\_ \\`or\\` that",
        "<b>no</b> &amp; [link](x) @ \\<b\\>no\\</b\\> \\&amp; \\[link\\](x)",
        "a | b ~~c~~ $d$ #e \\ @ a \\| b \\~\\~c\\~\\~ \\$d\\$ \\#e \\\\",
        "MUCH_WORSE @ MUCH_WORSE",
        "- no list @ \\- no list",
        "1. no list @ 1\\. no list",
        "12 things @ 12 things",
        "2026-01-15 @ 2026-01-15",
        "=== @ \\==="
      })
  void what_is_special_in_markdown_is_escaped(String words, String expected) {
    assertThat(text(Part.paragraph(words))).isEqualTo(HEAD + expected + "\n");
  }

  @Test
  void a_line_end_within_words_begins_no_line() {
    assertThat(text(Part.paragraph("one\n# two"))).isEqualTo(HEAD + "one \\# two\n");
  }

  @Test
  void code_holds_what_it_is_given() {
    assertThat(text(new Part.Paragraph(Words.code("a`b|c")))).isEqualTo(HEAD + "`` a`b\\|c ``\n");
    assertThat(text(new Part.Code("yaml", "a: ```\n")))
        .isEqualTo(HEAD + "````yaml\na: ```\n````\n");
  }

  @Test
  void a_page_is_a_link_to_its_file_and_no_file_leaves_the_folder() {
    assertThat(text(new Part.Paragraph(Words.page("LTR-03"))))
        .isEqualTo(HEAD + "[LTR-03](LTR-03.md)\n");
    assertThat(Markdown.fileName("../a b")).isEqualTo("-a-b.md");
  }

  @Test
  void tables_and_terms_are_laid_out() {
    Part grid =
        new Part.Grid(List.of("a", "b"), 0, List.of(List.of(Words.of("x|y"), Words.of("z"))));
    assertThat(text(grid)).isEqualTo(HEAD + "| a | b |\n| --- | --- |\n| x\\|y | z |\n");
    assertThat(text(Part.Terms.of(Part.Term.of("a", "b")))).isEqualTo(HEAD + "- **a**: b\n");
  }

  private static String text(Part part) {
    return Markdown.text(new Page("X", "X", List.of(part), List.of()));
  }
}
