package tribune.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.export.xlsx.XlsxFormat;
import tribune.trail.Filter;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.jdbc.HomeTrail;
import tribune.verdict.CheckId;
import tribune.verdict.Finding;
import tribune.verdict.Severity;

/** What stands in a workbook, read by something that is not ours. */
class WorkbookTest {
  @TempDir Path directory;
  private Trail trail;

  @BeforeEach
  void open() {
    trail = HomeTrail.open(directory.resolve("home"), ExportedTrail.setup());
  }

  @AfterEach
  void close() {
    trail.close();
  }

  private Path export(String name, int rowLimit) {
    Exports.of(trail, ExportRequest.of(List.of(new XlsxFormat(rowLimit))), directory.resolve(name));
    return directory.resolve(name + "/decisions.xlsx");
  }

  private static List<Finding> fault(String cause) {
    return List.of(new Finding.Fault(new CheckId("LTR-03"), Severity.MAJOR, cause));
  }

  @Test
  void numbers_and_times_are_such_and_texts_are_texts() throws Exception {
    trail.append(Samples.draft("BAGS", 1, "=1+1", List.of("Sales"), Samples.passing()));

    List<List<String>> decisions = Sheets.of(export("typed", 100)).get("decisions");
    List<String> names = decisions.get(0);
    List<String> row = decisions.get(1);
    assertThat(row.get(names.indexOf("record"))).isEqualTo("n:1");
    assertThat(row.get(names.indexOf("revision"))).isEqualTo("n:1");
    // 2026-01-15 is day 46037; noon is half of it.
    assertThat(row.get(names.indexOf("audited_at"))).isEqualTo("n:46037.5000000000");
    assertThat(row.get(names.indexOf("as_of"))).isEqualTo("n:45727"); // 2025-03-11
    assertThat(row.get(names.indexOf("title"))).isEqualTo("=1+1");
  }

  @Test
  void no_sheet_has_a_formula_or_more_rows_than_it_may() throws Exception {
    for (int i = 0; i < 7; i++) {
      trail.append(Samples.draft("D-" + i, 1, "=1+1", List.of("Sales"), fault("=2+2")));
    }
    Path file = export("split", 4);
    Map<String, List<List<String>>> sheets = Sheets.of(file);
    assertThat(sheets.keySet())
        .startsWith("decisions", "decisions-2", "decisions-3", "findings", "findings-2")
        .contains("checks", "manifest");
    assertThat(sheets.values()).allSatisfy(rows -> assertThat(rows).hasSizeBetween(2, 4));
    for (String prefix : List.of("decisions", "findings")) {
      List<List<String>> parts =
          sheets.entrySet().stream()
              .filter(it -> it.getKey().startsWith(prefix))
              .flatMap(it -> it.getValue().stream().skip(1))
              .toList();
      assertThat(parts.stream().map(row -> row.get(0)))
          .containsExactly("n:1", "n:2", "n:3", "n:4", "n:5", "n:6", "n:7");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry part : zip.stream().filter(it -> it.getName().contains("sheet")).toList()) {
        var sheet = Sheets.parsed(zip, part.getName());
        assertThat(sheet.getElementsByTagName("f").getLength()).as(part.getName()).isZero();
      }
    }
  }

  @Test
  void an_empty_history_has_all_sheets_with_their_names() throws Exception {
    trail.append(Samples.draft("BAGS", 1));
    Exports.of(
        trail,
        ExportRequest.of(List.of(new XlsxFormat()))
            .withFilter(Optional.of(Filter.ALL.withSearch("nothing"))),
        directory.resolve("none"));
    Map<String, List<List<String>>> sheets = Sheets.of(directory.resolve("none/decisions.xlsx"));
    assertThat(sheets.keySet()).containsExactly("decisions", "findings", "checks", "manifest");
    assertThat(sheets.get("decisions")).containsExactly(AuditTables.DECISIONS.names());
    assertThat(sheets.get("findings")).containsExactly(AuditTables.FINDINGS.names());
  }

  @Test
  void what_does_not_fit_a_cell_is_said_to_be_cut() throws Exception {
    trail.append(Samples.draft("LONG", 1, "Long", List.of("Sales"), fault("x".repeat(40_000))));
    List<List<String>> findings = Sheets.of(export("long", 100)).get("findings");
    String reasons = findings.get(1).get(findings.get(0).indexOf("reasons"));
    assertThat(reasons).hasSizeLessThanOrEqualTo(32_767);
    int kept = reasons.indexOf(" [cut");
    assertThat(reasons)
        .endsWith("x [cut: " + (40_000 - kept) + " more characters, all in records.jsonl]");
  }
}
