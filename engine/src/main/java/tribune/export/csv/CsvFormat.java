package tribune.export.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.util.List;
import java.util.stream.Stream;
import tribune.export.AuditTables;
import tribune.export.Cell;
import tribune.export.CellText;
import tribune.export.ExportContext;
import tribune.export.ExportFile;
import tribune.export.ExportFiles;
import tribune.export.ExportFormat;
import tribune.export.ExportRow;
import tribune.export.ExportTable;
import tribune.export.FormatWriter;

/**
 * {@code csv}: decisions and findings, one row each, for spreadsheet and audit tools. RFC 4180,
 * UTF-8 without byte order mark, every cell quoted, the names of the columns in the first row.
 */
public final class CsvFormat implements ExportFormat {
  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String says() {
    return "decisions.csv and findings.csv, a row each, safe to open in a spreadsheet";
  }

  @Override
  public List<ExportTable<?>> tables() {
    return List.of(AuditTables.DECISIONS, AuditTables.FINDINGS);
  }

  @Override
  public FormatWriter begin(ExportContext context, ExportFiles files) throws IOException {
    return new Writer(
        new Sheet<>(AuditTables.DECISIONS, context, files),
        new Sheet<>(AuditTables.FINDINGS, context, files));
  }

  /** Both tables. */
  private record Writer(
      Sheet<AuditTables.AuditRow> decisions, Sheet<AuditTables.FindingRow> findings)
      implements FormatWriter {
    @Override
    public void add(ExportRow row) {
      decisions.add(AuditTables.decisions(row));
      findings.add(AuditTables.findings(row));
    }

    @Override
    public void finish() throws IOException {
      decisions.finish();
      findings.finish();
    }
  }

  /** One table in one file. */
  private static final class Sheet<T> {
    private final ExportTable<T> table;
    private final CellText cells;
    private final ExportFile file;
    private final CsvWriter csv;

    Sheet(ExportTable<T> all, ExportContext context, ExportFiles files) throws IOException {
      this.table = context.chosen(all);
      this.cells = context.cells();
      this.file = files.file(all.name() + ".csv");
      this.csv =
          CsvWriter.builder()
              .lineDelimiter(LineDelimiter.CRLF)
              .quoteStrategy(QuoteStrategies.ALWAYS)
              .build(new OutputStreamWriter(file, UTF_8));
      csv.writeRecord(table.names());
    }

    void add(Stream<T> rows) {
      rows.forEach(
          row -> {
            List<Cell> values = table.row(row);
            csv.writeRecord(values.stream().map(cells::of).toList());
            file.row();
          });
    }

    void finish() throws IOException {
      csv.close();
    }
  }
}
