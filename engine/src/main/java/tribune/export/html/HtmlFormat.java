package tribune.export.html;

import java.io.IOException;
import java.util.Set;
import tribune.export.Attachment;
import tribune.export.ExportContext;
import tribune.export.ExportFiles;
import tribune.export.ExportFormat;
import tribune.export.FormatWriter;

/**
 * {@code html}: one file to read and to print. Verdicts over time, findings by principle and
 * department, then each decision with its findings, reasons and facts, then the rules as they were.
 * For people, so at most {@link #LIMIT} audits; more are refused rather than cut.
 */
public final class HtmlFormat implements ExportFormat {
  /** How many audits a page takes: a browser is slow to open more. */
  public static final int LIMIT = 5_000;

  private static final String FILE = "report.html";

  private final int limit;

  public HtmlFormat() {
    this(LIMIT);
  }

  HtmlFormat(int limit) {
    this.limit = limit;
  }

  @Override
  public String name() {
    return "html";
  }

  @Override
  public String says() {
    return "report.html, one page to read and to print, at most " + LIMIT + " audits";
  }

  @Override
  public Set<Attachment> reads() {
    return Set.of(Attachment.FACTS, Attachment.RULE_BASES);
  }

  @Override
  public FormatWriter begin(ExportContext context, ExportFiles files) throws IOException {
    return new HtmlReport(context, files.file(FILE), limit);
  }
}
