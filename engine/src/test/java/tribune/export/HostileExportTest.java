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
import org.w3c.dom.NodeList;
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

  @Test
  void all_of_it_is_sound() {
    Path export = export(CellText.RAW);
    CheckedExport checked =
        new ExportCheck(
                export, ExportCheck.keyIn(export), ExportFormats.all(), Samples.ENGINE.tribune())
            .check(Optional.empty(), ExportCheck.Signing.REQUIRED);
    assertThat(checked.derived())
        .containsExactly("csv", "xlsx", "html", "markdown", "junit", "oscal");
  }
}
