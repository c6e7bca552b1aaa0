package tribune.shell.render;

/** Writes a report as text: whole lines, each with its line end. */
@FunctionalInterface
public interface Renderer {

  String render(Report report);

  /** One JSON document. */
  static Renderer json() {
    return report -> PrettyJson.of(report.view()) + "\n";
  }

  /** Lines for {@code grep}. */
  static Renderer plain() {
    return PlainRenderer::render;
  }

  /** Aligned columns, wrapped to {@code columns} of a terminal. */
  static Renderer table(int columns, Palette palette) {
    return report -> TableRenderer.render(report, columns, palette);
  }
}
