package tribune.export.xlsx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tribune.export.AuditTables;
import tribune.export.Cell;
import tribune.export.ExportContext;
import tribune.export.ExportFile;
import tribune.export.ExportRow;
import tribune.export.ExportTable;
import tribune.export.FormatWriter;

/**
 * Writes the workbook. Its parts stand one after the other in the file, and rows of several sheets
 * come with each record, so they wait in temporary files; memory does not grow with them (but with
 * the number of rule bases). Used by one thread.
 */
final class XlsxWriter implements FormatWriter {
  private final ExportContext context;
  private final ExportFile file;
  private final int rowLimit;
  private final Path waiting;
  private final ExportTable<AuditTables.AuditRow> decisions;
  private final ExportTable<AuditTables.FindingRow> findings;
  private final WaitingRows decisionRows;
  private final WaitingRows findingRows;
  private final CheckRows checks = new CheckRows();

  XlsxWriter(ExportContext context, ExportFile file, int rowLimit) throws IOException {
    this.context = context;
    this.file = file;
    this.rowLimit = rowLimit;
    this.waiting = Files.createTempDirectory("tribune-workbook-");
    this.decisions = context.chosen(AuditTables.DECISIONS);
    this.findings = context.chosen(AuditTables.FINDINGS);
    this.decisionRows = new WaitingRows(waiting.resolve("decisions"));
    this.findingRows = new WaitingRows(waiting.resolve("findings"));
  }

  @Override
  public void add(ExportRow row) throws IOException {
    addAll(AuditTables.decisions(row).map(decisions::row).toList(), decisionRows);
    addAll(AuditTables.findings(row).map(findings::row).toList(), findingRows);
    if (row.audited().isPresent() && checks.lacks(row.audited().get().ruleBase())) {
      checks.add(row.ruleBase());
    }
  }

  private void addAll(List<List<Cell>> rows, WaitingRows to) throws IOException {
    for (List<Cell> row : rows) {
      to.add(row);
      file.row();
    }
  }

  @Override
  public void finish() throws IOException {
    Path draft = waiting.resolve("draft");
    try (Book book = new Book(draft, rowLimit)) {
      book.sheet(decisions.name(), decisions.names(), decisionRows.all());
      book.sheet(findings.name(), findings.names(), findingRows.all());
      book.sheet("checks", CheckRows.NAMES, checks.all().iterator());
      book.sheet("manifest", ContextRows.NAMES, ContextRows.of(context).iterator());
    }
    PlainZip.rewrite(draft, file);
    file.close();
  }

  @Override
  public void close() throws IOException {
    decisionRows.close();
    findingRows.close();
    try (Stream<Path> left = Files.walk(waiting)) {
      for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
