package tribune.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.shell.Golden;
import tribune.shell.render.Block.Column;
import tribune.shell.render.Block.Field;

class RendererTest {

  private static final Report FULL =
      new Report(
          List.of(
              Block.Paragraph.of(
                  "Baggage fee for every passenger, 行李费 for short, decided by the board of an"
                      + " airline that has never asked its passengers."),
              Block.Heading.of("Proposal"),
              Block.Fields.of(
                  Field.of("id", "BAGS-1"),
                  Field.of("title", "A fee for the second bag\u001b[31m and the third"),
                  Field.of("a label that is much too long for it", "its value"),
                  Field.of("nothing", "")),
              Block.Heading.of("Findings"),
              new Block.Table(
                  List.of(
                      Column.words("check"),
                      Column.words("outcome"),
                      Column.numbers("weight"),
                      Column.words("reason")),
                  List.of(
                      List.of(
                          Text.of("LTR-03"),
                          Text.of("FAIL", Tone.BAD),
                          Text.of("1200"),
                          Text.of(
                              "The loss in customer lifetime value is larger than the gain of the"
                                  + " first year, which the proposal counts alone.")),
                      List.of(
                          Text.of("SIL-01 🙂"),
                          Text.of("PASS", Tone.GOOD),
                          Text.of("5"),
                          Text.NONE))),
              new Block.Table(List.of(Column.words("empty")), List.of()),
              Block.Bullets.of(
                  "one point",
                  "another point, which is so long that it needs two lines" + " of a terminal"),
              Block.Verbatim.of("  method: survy\n          ^^^^^\n"),
              Block.Conclusion.of("FAIL", Tone.BAD, "reject: 1 of 2 checks fails")),
          JsonView.members()
              .put("verdict", "FAIL")
              .put("title", "\"bags\"\u001b[31m \u2028\u202e\ud800 é\n")
              .put("checks", 2)
              .put("waived", JsonView.Truth.of(false))
              .put("findings", JsonView.elements(List.of(JsonView.members())))
              .put("none", JsonView.texts()));

  private static final Report EMPTY = new Report(List.of(), JsonView.members());

  @Test
  void a_report_is_printed_as_it_was_read() {
    Golden.check("report-table.txt", Renderer.table(72, Palette.NONE).render(FULL));
    Golden.check("report-table-narrow.txt", Renderer.table(40, Palette.NONE).render(FULL));
    Golden.check("report-table-colors.txt", Renderer.table(72, Palette.COLORS).render(FULL));
    Golden.check("report-plain.txt", Renderer.plain().render(FULL));
    Golden.check("report.json", Renderer.json().render(FULL));
  }

  @Test
  void an_empty_report_is_empty_but_for_its_document() {
    assertThat(Renderer.table(80, Palette.COLORS).render(EMPTY)).isEmpty();
    assertThat(Renderer.plain().render(EMPTY)).isEmpty();
    assertThat(Renderer.json().render(EMPTY)).isEqualTo("{}\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 40, 60, 80, 120})
  void colours_change_nothing_but_colours(int columns) {
    String plain = Renderer.table(columns, Palette.NONE).render(FULL);
    String colored = Renderer.table(columns, Palette.COLORS).render(FULL);
    assertThat(colored.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    assertThat(plain).doesNotContain("\u001b");
  }

  @Test
  void no_line_ends_with_a_blank() {
    assertThat(Renderer.table(72, Palette.NONE).render(FULL).lines())
        .noneMatch(line -> line.endsWith(" "));
  }
}
