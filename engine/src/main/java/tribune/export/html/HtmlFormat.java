package tribune.export.html;

import java.io.IOException;
import java.util.Set;
import tribune.export.Attachment;
import tribune.export.ExportContext;
import tribune.export.ExportFiles;
import tribune.export.ExportFormat;
import tribune.export.FormatWriter;

/**
 * {@code html}: a file to read and to print. Verdicts over time, findings by principle and
 * department, then each decision with its findings, reasons and facts, then the rules as they were.
 * A page for each {@link #LIMIT} audits, since nobody opens a file with a million; each needs none
 * of the others.
 */
public final class HtmlFormat implements ExportFormat {
  /** How many audits a page takes: a browser is slow to open more. */
  public static final int LIMIT = 1_000;

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
    return "report.html, to read and to print; after 1,000 audits it goes on in report-2.html";
  }

  @Override
  public Set<Attachment> reads() {
    return Set.of(Attachment.FACTS, Attachment.RULE_BASES);
  }

  @Override
  public FormatWriter begin(ExportContext context, ExportFiles files) throws IOException {
    return new HtmlReport(context, files, limit);
  }
}
