package tribune.shell.command;

import java.util.ArrayList;
import java.util.List;
import tribune.document.Diagnostic;

/** What a diagnostic says, without its place: the message, and what to do. */
final class Advice {
  private Advice() {}

  static String of(Diagnostic diagnostic) {
    List<String> lines = new ArrayList<>(List.of(diagnostic.message()));
    if (!diagnostic.label().isEmpty()) {
      lines.add(diagnostic.label());
    }
    lines.addAll(diagnostic.notes());
    return String.join("\n", lines);
  }
}
