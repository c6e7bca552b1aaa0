package tribune.shell.command;

import static java.util.stream.Collectors.joining;

import java.util.List;
import tribune.document.Diagnostic;
import tribune.document.Place;

/** Diagnostics as workflow commands, which GitHub shows beside the lines of a change. */
final class GitHubLines {
  private GitHubLines() {}

  /** A line for each; empty if there is none. */
  static String of(List<Diagnostic> found) {
    return found.stream().map(it -> line(it) + "\n").collect(joining());
  }

  private static String line(Diagnostic diagnostic) {
    StringBuilder line = new StringBuilder("::").append(diagnostic.level());
    line.append(" file=").append(property(diagnostic.source().name()));
    Place place = diagnostic.place();
    if (place != null) {
      line.append(",line=").append(place.line());
      line.append(",col=").append(place.column());
      line.append(",endColumn=").append(place.column() + Math.max(1, place.length()));
    }
    String title = diagnostic.code().id() + " " + diagnostic.code().meaning();
    line.append(",title=").append(property(title));
    return line.append("::").append(data(Advice.of(diagnostic))).toString();
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
