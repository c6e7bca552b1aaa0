package tribune.export.format;

import java.util.List;
import java.util.Optional;
import tribune.export.ExportFormat;
import tribune.export.JsonlFormat;
import tribune.export.JunitFormat;
import tribune.export.MarkdownFormat;
import tribune.export.csv.CsvFormat;
import tribune.export.html.HtmlFormat;
import tribune.export.oscal.OscalFormat;
import tribune.export.xlsx.XlsxFormat;

/** The formats there are, in the order in which help names them. A new one is named here. */
public final class ExportFormats {
  private static final List<ExportFormat> ALL =
      List.of(
          new JsonlFormat(),
          new CsvFormat(),
          new XlsxFormat(),
          new HtmlFormat(),
          new MarkdownFormat(),
          new JunitFormat(),
          new OscalFormat());

  private ExportFormats() {}

  public static List<ExportFormat> all() {
    return ALL;
  }

  /** The format of that name. */
  public static Optional<ExportFormat> named(String name) {
    return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
  }
}
