package tribune.export.xlsx;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import tribune.export.Attachment;
import tribune.export.AuditTables;
import tribune.export.ExportContext;
import tribune.export.ExportFiles;
import tribune.export.ExportFormat;
import tribune.export.ExportTable;
import tribune.export.FormatWriter;
import tribune.export.Pieces;

/**
 * {@code xlsx}: a workbook for board packs. Sheets with decisions, findings, the checks of the rule
 * bases and where all of it is from; numbers, days and times as such, texts never as formulas.
 */
public final class XlsxFormat implements ExportFormat {
  static final String FILE = "decisions.xlsx";

  /** How many rows a sheet can have. Source: Excel specifications and limits. */
  private static final int MAX_ROWS = 1_048_576;

  private final int rowLimit;

  public XlsxFormat() {
    this(MAX_ROWS);
  }

  /**
   * @param rowLimit how many rows a sheet may have, the first one with the names included
   */
  public XlsxFormat(int rowLimit) {
    if (rowLimit < 2 || rowLimit > MAX_ROWS) {
      throw new IllegalArgumentException(
          "found a limit of " + rowLimit + " rows, expected 2 to " + MAX_ROWS);
    }
    this.rowLimit = rowLimit;
  }

  @Override
  public String name() {
    return "xlsx";
  }

  @Override
  public String says() {
    return FILE + ", a workbook with decisions, findings and checks, for board packs";
  }

  @Override
  public List<ExportTable<?>> tables() {
    return List.of(AuditTables.DECISIONS, AuditTables.FINDINGS);
  }

  @Override
  public Set<Attachment> reads() {
    return Set.of(Attachment.RULE_BASES);
  }

  @Override
  public Pieces pieces() {
    return Pieces.BLOCKS;
  }

  @Override
  public FormatWriter begin(ExportContext context, ExportFiles files) throws IOException {
    return new XlsxWriter(context, files.file(FILE), rowLimit);
  }
}
