package tribune.export.xlsx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tribune.document.CanonicalJson;
import tribune.export.Cell;
import tribune.export.ExportContext;

/** Where the rows of a workbook are from: what the manifest of the export says, too. */
final class ContextRows {
  static final List<String> NAMES = List.of("what", "value");

  private ContextRows() {}

  static List<List<Cell>> of(ExportContext context) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("trail", context.checkpoint().origin()));
    rows.add(List.of(Cell.of("records in the trail"), Cell.of(context.checkpoint().size())));
    rows.add(row("root", context.checkpoint().root().hex()));
    rows.add(row("key", context.key()));
    rows.add(row("scope", context.scope().name().toLowerCase(Locale.ROOT)));
    rows.add(row("filter", new String(CanonicalJson.write(context.filter()), UTF_8)));
    context
        .since()
        .ifPresent(
            since -> {
              rows.add(List.of(Cell.of("since records"), Cell.of(since.size())));
              rows.add(row("since root", since.root().hex()));
            });
    rows.add(row("formats", String.join(", ", context.formats())));
    if (!context.columns().isEmpty()) {
      rows.add(row("columns", String.join(", ", context.columns())));
    }
    rows.add(row("tribune", context.tribune()));
    rows.add(row("genuine?", "export verify DIR --key VKEY, or java Verify.java DIR --key VKEY"));
    return rows;
  }

  private static List<Cell> row(String what, String value) {
    return List.of(Cell.of(what), Cell.of(value));
  }
}
