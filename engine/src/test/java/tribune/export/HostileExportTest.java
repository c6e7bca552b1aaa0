package tribune.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tribune.document.CanonicalJson;
import tribune.document.Json;
import tribune.export.format.ExportFormats;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.jdbc.HomeTrail;
import tribune.verdict.CheckId;
import tribune.verdict.Finding;
import tribune.verdict.Ground;
import tribune.verdict.Grounds;
import tribune.verdict.Paths;
import tribune.verdict.Severity;

/** Hostile texts go through every format and come back, read by something that is not ours. */
class HostileExportTest {
  @TempDir static Path shared;
  private static Trail trail;

  @BeforeAll
  static void record() {
    trail = HomeTrail.open(shared.resolve("home"), ExportedTrail.setup());
    for (int i = 0; i < HostileTexts.ALL.size(); i++) {
      String text = HostileTexts.ALL.get(i);
      trail.append(Samples.draft("H-" + i, 1, text, List.of(text), findings(text)));
    }
  }

  private static List<Finding> findings(String text) {
    return List.of(
        new Finding.Fail(
            new CheckId("LTR-01"),
            Severity.MAJOR,
            Grounds.of(List.of(new Ground("LTR-01 fails", text, List.of(), Paths.NONE)))),
        new Finding.NeedsEvidence(
            new CheckId("LTR-02"),
            Severity.MAJOR,
            Paths.of(List.of(text.isEmpty() ? "x" : text)),
            Grounds.NONE),
        new Finding.Fault(new CheckId("LTR-03"), Severity.MAJOR, text));
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
    List<CsvRecord> rows = rows(export(cells).resolve("decisions.csv"));
    int title = rows.get(0).getFields().indexOf("title");
    assertThat(rows).hasSize(HostileTexts.ALL.size() + 1);
    for (int i = 0; i < HostileTexts.ALL.size(); i++) {
      String cell = rows.get(i + 1).getField(title);
      requireSame(cells, cell, HostileTexts.ALL.get(i));
    }
    List<CsvRecord> findings = rows(export(cells).resolve("findings.csv"));
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

  private static List<CsvRecord> rows(Path file) throws IOException {
    List<CsvRecord> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().ofCsvRecord(Files.newBufferedReader(file, UTF_8))) {
      csv.forEach(rows::add);
    }
    return rows;
  }

  @Test
  void python_reads_the_same_rows() throws Exception {
    Path file = export(CellText.GUARDED).resolve("decisions.csv");
    String program =
        "import csv, sys, json\n"
            + "csv.field_size_limit(1 << 24)\n"
            + "rows = list(csv.reader(open(sys.argv[1], newline='', encoding='utf-8'),"
            + " strict=True))\n"
            + "print(len(rows), len(rows[0]), sum(len(c) for r in rows for c in r))\n";
    Process process;
    try {
      process =
          new ProcessBuilder("python3", "-c", program, file.toString())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      Assumptions.abort("python3 is not installed, so its csv module was not tried");
      return;
    }
    String out;
    try (InputStream in = process.getInputStream()) {
      out = new String(in.readAllBytes(), UTF_8).strip();
    }
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    List<CsvRecord> rows = rows(file);
    long characters =
        rows.stream()
            .flatMap(row -> row.getFields().stream())
            .mapToLong(cell -> cell.codePointCount(0, cell.length()))
            .sum();
    assertThat(out).isEqualTo(rows.size() + " " + rows.get(0).getFieldCount() + " " + characters);
  }

  /** Python's csv and json, and not only that they read something: the very texts come back. */
  @Test
  void python_reads_the_same_texts_from_csv_and_json() throws Exception {
    String program =
        "import csv, sys, json\n"
            + "csv.field_size_limit(1 << 24)\n"
            + "rows = list(csv.DictReader(open(sys.argv[1] + '/decisions.csv', newline='',"
            + " encoding='utf-8'), strict=True))\n"
            + "lines = open(sys.argv[1] + '/records.jsonl', newline='\\n"
            + "', encoding='utf-8')\n"
            + "records = [json.loads(line) for line in lines]\n"
            + "facts = [json.loads(line)['facts'] for line in open(sys.argv[1] + '/payloads.jsonl',"
            + " newline='\\n"
            + "', encoding='utf-8')]\n"
            + "print(json.dumps([r['title'] for r in rows]))\n"
            + "print(json.dumps([r['decision'].get('title', '') for r in records if 'decision' in"
            + " r]))\n"
            + "print(json.dumps([f['decision']['title'] for f in facts]))\n";
    Process process;
    try {
      process =
          new ProcessBuilder("python3", "-c", program, export(CellText.RAW).toString())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      Assumptions.abort("python3 is not installed, so its csv and json were not tried");
      return;
    }
    String out;
    try (InputStream in = process.getInputStream()) {
      out = new String(in.readAllBytes(), UTF_8);
    }
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(out.lines()).hasSize(3);
    assertThat(
            out.lines()
                .map(line -> (Object) Tree.of(line).list().stream().map(Tree::asText).toList()))
        .allSatisfy(titles -> assertThat(titles).isEqualTo(HostileTexts.ALL));
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
