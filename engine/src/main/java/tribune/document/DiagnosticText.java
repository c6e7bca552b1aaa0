package tribune.document;

import org.jspecify.annotations.Nullable;

/** How a diagnostic is shown: the message, the place, the line with carets, the notes. */
final class DiagnosticText {
  private DiagnosticText() {}

  static String of(Diagnostic diagnostic) {
    StringBuilder text = new StringBuilder();
    text.append(diagnostic.level()).append('[').append(diagnostic.code().id()).append("]: ");
    text.append(diagnostic.message());
    Place place = diagnostic.place();
    String gutter = " ".repeat(place == null ? 1 : String.valueOf(place.line()).length());
    text.append('\n').append(gutter).append("--> ").append(Shown.inline(where(diagnostic)));
    if (place != null) {
      appendLine(text, diagnostic, place, gutter);
    } else if (!diagnostic.label().isEmpty()) {
      text.append('\n').append(gutter).append(" = ").append(diagnostic.label());
    }
    for (String note : diagnostic.notes()) {
      text.append('\n').append(gutter).append(" = ").append(note);
    }
    return text.toString();
  }

  private static String where(Diagnostic diagnostic) {
    @Nullable Place place = diagnostic.place();
    String name = diagnostic.source().name();
    return place == null ? name : name + ":" + place;
  }

  private static void appendLine(
      StringBuilder text, Diagnostic diagnostic, Place place, String gutter) {
    ShownLine line = ShownLine.of(diagnostic.source().line(place.line()), place);
    text.append('\n').append(place.line()).append(" | ").append(line.text());
    text.append('\n').append(gutter).append(" | ").append(line.carets());
    if (!diagnostic.label().isEmpty()) {
      text.append(' ').append(diagnostic.label());
    }
  }
}
