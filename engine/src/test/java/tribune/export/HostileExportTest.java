package tribune.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tribune.document.CanonicalJson;
import tribune.document.JUnitSchema;
import tribune.document.Json;
import tribune.export.format.ExportFormats;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.jdbc.HomeTrail;

/** Hostile texts go through every format and come back, read by something that is not ours. */
class HostileExportTest {
  @TempDir static Path shared;
  private static Trail trail;

  @BeforeAll
  static void record() {
    trail = HomeTrail.open(shared.resolve("home"), ExportedTrail.setup());
    HostileTexts.audit(trail);
  }

  @AfterAll
  static void close() {
    trail.close();
  }

  private static Path export(CellText cells) {
    Path place = shared.resolve(cells.name());
    if (!Files.exists(place)) {
      Exports.of(trail, ExportRequest.of(ExportFormats.all()).withCells(cells), place);
    }
    return place;
  }

  @ParameterizedTest
  @EnumSource(CellText.class)
  void csv_comes_back(CellText cells) throws IOException {
    List<CsvRecord> rows = CsvFile.rows(export(cells).resolve("decisions.csv"));
    int title = rows.get(0).getFields().indexOf("title");
    assertThat(rows).hasSize(HostileTexts.ALL.size() + 1);
    for (int i = 0; i < HostileTexts.ALL.size(); i++) {
      String cell = rows.get(i + 1).getField(title);
      requireSame(cells, cell, HostileTexts.ALL.get(i));
    }
    List<CsvRecord> findings = CsvFile.rows(export(cells).resolve("findings.csv"));
    int reasons = findings.get(0).getFields().indexOf("reasons");
    assertThat(findings).hasSize(3 * HostileTexts.ALL.size() + 1);
    for (int i = 0; i < HostileTexts.ALL.size(); i++) {
      requireSame(cells, findings.get(1 + 3 * i).getField(reasons), HostileTexts.ALL.get(i));
    }
  }

  private static void requireSame(CellText cells, String cell, String text) {
    if (cells == CellText.RAW) {
      assertThat(cell).isEqualTo(text);
      return;
    }
    if (!cell.isEmpty()) {
      assertThat("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20".indexOf(cell.charAt(0)))
          .as(cell)
          .isNegative();
    }
    String back = cell.startsWith("'") ? cell.substring(1) : cell;
    assertThat(back)
        .isEqualTo(text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]", "\ufffd"));
  }

  /** The page is written so that a reader of XML reads it. */
  @Test
  void html_shows_the_texts_as_texts() throws Exception {
    Document page =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(export(CellText.GUARDED).resolve("report.html").toFile());
    NodeList decisions = page.getElementsByTagName("article");
    assertThat(decisions.getLength()).isEqualTo(HostileTexts.ALL.size());
    for (int i = 0; i < HostileTexts.ALL.size(); i++) {
      Element article = (Element) decisions.item(i);
      assertThat(article.getElementsByTagName("bdi").item(1).getTextContent())
          .as("text %s", i)
          .isEqualTo(
              HostileTexts.ALL
                  .get(i)
                  .replaceAll("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\ufffe\uffff]", "\ufffd"));
    }
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    assertThat(page.getElementsByTagName("img").getLength()).isZero();
  }

  @Test
  void oscal_has_the_texts_and_no_markup_of_others() throws IOException {
    String text =
        Files.readString(export(CellText.RAW).resolve("oscal/assessment-results.json"), UTF_8);
    List<Tree> results = Tree.of(text).at("/assessment-results/results").list();
    assertThat(results).hasSize(HostileTexts.ALL.size());
    for (int i = 0; i < HostileTexts.ALL.size(); i++) {
      assertThat(results.get(i).get("title").asText()).as("text %s", i).startsWith("H-" + i + "@1");
    }
    assertThat(Tree.of(text).textsOf("title"))
        .allSatisfy(title -> assertThat(title).doesNotContain("\n", "\r", "\u0000", "\u001b"));
  }

  @Test
  void facts_of_a_megabyte_go_into_every_format_and_come_back() throws Exception {
    String text = "=\u202e\"<b>\u00e9,\n".repeat(70_000);
    Path place = shared.resolve("large");
    try (Trail large = HomeTrail.open(shared.resolve("large-home"), ExportedTrail.setup())) {
      Json.Members facts =
          Json.Members.of(
              Map.of("decision", Json.Members.of(Map.of("summary", CanonicalJson.text(text)))));
      large.append(Samples.withFacts(Samples.draft("LARGE", 1), facts));
      Exports.all(large, place);
    }
    String line = Files.readString(place.resolve("payloads.jsonl"), UTF_8);
    assertThat(line.length()).isGreaterThan(650_000);
    assertThat(Tree.of(line).at("/facts/decision/summary").asText()).isEqualTo(text);
    assertThat(Files.readString(place.resolve("report.html"), UTF_8))
        .contains("They are too long for this page");
    new ExportCheck(place, ExportCheck.keyIn(place), ExportFormats.all(), Samples.ENGINE.tribune())
        .check(Optional.empty(), ExportCheck.Signing.REQUIRED, ExportProgress.SILENT);
  }

  @Test
  void junit_is_xml_with_the_texts_in_it() throws Exception {
    Path file = export(CellText.GUARDED).resolve("junit.xml");
    JUnitSchema.requireValid(Files.readString(file, UTF_8));
    NodeList failures =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getElementsByTagName("failure");
    assertThat(failures.getLength()).isEqualTo(2 * HostileTexts.ALL.size());
    for (int i = 0; i < HostileTexts.ALL.size(); i++) {
      String expected =
          HostileTexts.ALL.get(i).replaceAll("[\\x00-\\x08\\x0b-\\x1f\ufffe\uffff]", "\ufffd");
      assertThat(failures.item(2 * i).getTextContent()).isEqualTo(expected);
    }
  }

  @Test
  void the_workbook_has_the_texts_and_no_formula() throws Exception {
    List<List<String>> rows =
        Sheets.of(export(CellText.RAW).resolve("decisions.xlsx")).get("decisions");
    int title = rows.get(0).indexOf("title");
    assertThat(rows).hasSize(HostileTexts.ALL.size() + 1);
    for (int i = 0; i < HostileTexts.ALL.size(); i++) {
      String expected =
          HostileTexts.ALL
              .get(i)
              .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\ufffe\uffff]", "\ufffd");
      assertThat(rows.get(i + 1).get(title)).as("text %s", i).isEqualTo(expected);
    }
  }

  @Test
  void markdown_has_no_markup_of_others() throws IOException {
    String text = Files.readString(export(CellText.GUARDED).resolve("decisions.md"), UTF_8);
    List<String> lines = text.lines().toList();
    assertThat(lines.stream().filter(line -> line.startsWith("## ")))
        .hasSize(HostileTexts.ALL.size());
    assertThat(lines.stream().filter(line -> line.startsWith("| LTR-")))
        .hasSize(3 * HostileTexts.ALL.size())
        .allSatisfy(
            line ->
                assertThat(line.replaceAll("\\\\.", "").chars().filter(c -> c == '|')).hasSize(5));
    assertThat(text.replaceAll("\\\\.", ""))
        .doesNotContain("<script", "](", "![", "@everyone", "\u202e", "\u001b", "\u0000");
    assertThat(text).contains("\\<script\\>");
  }

  /** Without the backslashes that CommonMark takes away, the texts stand there on one line. */
  @Test
  void markdown_has_the_texts() throws IOException {
    String text = Files.readString(export(CellText.GUARDED).resolve("decisions.md"), UTF_8);
    List<String> titles = text.lines().filter(line -> line.startsWith("## ")).toList();
    for (int i = 0; i < HostileTexts.ALL.size(); i++) {
      String expected =
          HostileTexts.ALL
              .get(i)
              .replaceAll("[\\s\\x1c-\\x1f\\x85\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029]", " ")
              .replaceAll("[\\x00-\\x1f\\x7f-\\x9f]", "\ufffd");
      for (int mark = 0x202a; mark <= 0x2069; mark = mark == 0x202e ? 0x2066 : mark + 1) {
        expected = expected.replace(Character.toString(mark), String.format("U+%04X", mark));
      }
      assertThat(titles.get(i).replaceAll("\\\\(.)", "$1"))
          .as("text %s", i)
          .isEqualTo("## H-" + i + "@1 \u2013 " + expected.strip());
    }
  }

  @Test
  void all_of_it_is_sound() {
    Path export = export(CellText.RAW);
    CheckedExport checked =
        new ExportCheck(
                export, ExportCheck.keyIn(export), ExportFormats.all(), Samples.ENGINE.tribune())
            .check(Optional.empty(), ExportCheck.Signing.REQUIRED, ExportProgress.SILENT);
    assertThat(checked.derived())
        .containsExactly("csv", "xlsx", "html", "markdown", "junit", "oscal");
  }
}
