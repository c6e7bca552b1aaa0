package tribune.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.export.format.ExportFormats;
import tribune.trail.Trail;
import tribune.trail.jdbc.HomeTrail;

/**
 * What auditors open exports with reads the hostile texts as they are: Python, LibreOffice,
 * Chromium. Each runs where it is installed.
 */
class OutsideProgramsTest {
  private static final String PYTHON_TEXTS =
      """
      import csv, sys, json
      csv.field_size_limit(1 << 24)
      rows = list(csv.DictReader(open(sys.argv[1] + '/decisions.csv', newline='',
          encoding='utf-8'), strict=True))
      lines = open(sys.argv[1] + '/records.jsonl', newline='\\n', encoding='utf-8')
      records = [json.loads(line) for line in lines]
      facts = [json.loads(line)['facts'] for line in open(sys.argv[1] + '/payloads.jsonl',
          newline='\\n', encoding='utf-8')]
      print(json.dumps([r['title'] for r in rows]))
      print(json.dumps([r['decision'].get('title', '') for r in records if 'decision' in r]))
      print(json.dumps([f['decision']['title'] for f in facts]))
      """;
  private static final String PYTHON_ROWS =
      """
      import csv, sys
      csv.field_size_limit(1 << 24)
      rows = list(csv.reader(open(sys.argv[1], newline='', encoding='utf-8'), strict=True))
      print(len(rows), len(rows[0]), sum(len(c) for r in rows for c in r))
      """;

  private static final Pattern INITIATOR = Pattern.compile("\"initiator\":\"([^\"]*)\"");
  private static final String BROWSER_ITSELF = "not an origin";

  @TempDir static Path shared;
  @TempDir Path scratch;
  private static Path guarded;
  private static Path raw;

  @BeforeAll
  static void export() {
    guarded = shared.resolve("guarded");
    raw = shared.resolve("raw");
    try (Trail trail = HomeTrail.open(shared.resolve("home"), ExportedTrail.setup())) {
      HostileTexts.audit(trail);
      ExportRequest all = ExportRequest.of(ExportFormats.all());
      Exports.of(trail, all.withCells(CellText.GUARDED), guarded);
      Exports.of(trail, all.withCells(CellText.RAW), raw);
    }
  }

  @Test
  void python_reads_the_same_rows() throws Exception {
    Path file = guarded.resolve("decisions.csv");
    OutsideProgram python = OutsideProgram.of(List.of("python3"), "its csv module was not tried");
    List<CsvRecord> rows = CsvFile.rows(file);
    long characters =
        rows.stream()
            .flatMap(row -> row.getFields().stream())
            .mapToLong(cell -> cell.codePointCount(0, cell.length()))
            .sum();
    assertThat(python.run(scratch, "-c", PYTHON_ROWS, file.toString()).out().strip())
        .isEqualTo(rows.size() + " " + rows.get(0).getFieldCount() + " " + characters);
  }

  /** And not only that it read something: the very texts come back. */
  @Test
  void python_reads_the_same_texts_from_csv_and_json() throws Exception {
    OutsideProgram python =
        OutsideProgram.of(List.of("python3"), "its csv and json modules were not tried");
    String out = python.run(scratch, "-c", PYTHON_TEXTS, raw.toString()).out();
    assertThat(out.lines()).hasSize(3);
    assertThat(
            out.lines()
                .map(line -> (Object) Tree.of(line).list().stream().map(Tree::asText).toList()))
        .allSatisfy(titles -> assertThat(titles).isEqualTo(HostileTexts.ALL));
  }

  /** LibreOffice computes formulas and follows links, if it takes a cell for one. */
  @Test
  void libreoffice_reads_the_same_rows() throws Exception {
    OutsideProgram office =
        OutsideProgram.of(
            List.of("soffice", "libreoffice"), "the workbook was not opened in a spreadsheet");
    Path workbook = raw.resolve("decisions.xlsx");
    office.run(
        scratch,
        "-env:UserInstallation=" + scratch.resolve("profile").toUri(),
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1",
        "--outdir",
        scratch.toString(),
        workbook.toString());
    List<CsvRecord> read = CsvFile.rows(scratch.resolve("decisions-decisions.csv"));
    List<List<String>> written = Sheets.of(workbook).get("decisions");
    assertThat(read).hasSize(HostileTexts.ALL.size() + 1);
    int title = written.get(0).indexOf("title");
    for (int i = 1; i < read.size(); i++) {
      assertThat(lines(read.get(i).getField(title)))
          .as("text %s", i - 1)
          .isEqualTo(lines(written.get(i).get(title)));
      assertThat(read.get(i).getField(1)).isEqualTo("2026-01-15 12:00:00.000");
    }
  }

  /** It has one character for the end of a line. */
  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** The report asks nobody for anything, has nothing to complain of, and shows each audit. */
  @Test
  void chromium_opens_the_report_without_a_message_or_a_request() throws Exception {
    Opened report = opened(guarded.resolve("report.html"));
    assertThat(report.messages()).isEmpty();
    assertThat(report.requests()).isEmpty();
    assertThat(report.dom().split("<article", -1)).hasSize(HostileTexts.ALL.size() + 1);
    assertThat(report.dom()).doesNotContain("<script", "<img");
  }

  @Test
  void chromium_would_tell_of_a_message_and_a_request() throws Exception {
    Path page = scratch.resolve("page.html");
    Files.writeString(
        page,
        "<!doctype html><script>console.error('hello')</script>"
            + "<img src='http://attacker.example/i.png'>");
    Opened opened = opened(page);
    assertThat(opened.messages()).singleElement().asString().contains("hello");
    assertThat(opened.requests()).isNotEmpty();
  }

  /**
   * A page in a browser.
   *
   * @param messages of the console
   * @param requests who asked for what, in Chromium's log of the network, itself excepted
   */
  private record Opened(String dom, List<String> messages, List<String> requests) {}

  private Opened opened(Path page) throws Exception {
    OutsideProgram browser =
        OutsideProgram.of(
            List.of("chromium", "chromium-browser", "google-chrome"),
            "the report was not opened in a browser");
    Path log = scratch.resolve("net.json");
    OutsideProgram.Said said =
        browser.run(
            scratch,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + scratch.resolve("profile"),
            "--enable-logging=stderr",
            "--log-net-log=" + log,
            "--virtual-time-budget=3000",
            "--dump-dom",
            page.toUri().toString());
    return new Opened(
        said.out(),
        said.err().lines().filter(line -> line.contains(":CONSOLE")).toList(),
        INITIATOR
            .matcher(Files.readString(log, UTF_8))
            .results()
            .map(it -> it.group(1))
            .filter(initiator -> !initiator.equals(BROWSER_ITSELF))
            .toList());
  }
}
