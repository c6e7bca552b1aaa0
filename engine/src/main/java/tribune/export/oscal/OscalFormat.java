package tribune.export.oscal;

import java.io.IOException;
import java.util.Set;
import tribune.export.Attachment;
import tribune.export.ExportContext;
import tribune.export.ExportFiles;
import tribune.export.ExportFormat;
import tribune.export.FormatWriter;

/**
 * {@code oscal}: what tools for governance, risk and compliance read. Assessment results with a
 * result for each audit, and a catalog for each rule base, with its principles as groups and its
 * checks as controls. Source: NIST OSCAL {@value #VERSION}, assessment-results and catalog models.
 */
public final class OscalFormat implements ExportFormat {
  /** The version of the models. */
  static final String VERSION = "1.1.2";

  @Override
  public String name() {
    return "oscal";
  }

  @Override
  public String says() {
    return "OSCAL " + VERSION + " assessment results and catalogs in JSON, for GRC tools";
  }

  @Override
  public Set<Attachment> reads() {
    return Set.of(Attachment.RULE_BASES);
  }

  @Override
  public FormatWriter begin(ExportContext context, ExportFiles files) throws IOException {
    return new ResultsWriter(context, files);
  }
}
