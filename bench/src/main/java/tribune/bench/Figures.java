package tribune.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table of what was measured, in a page between two marks. Each row is printed when it is added,
 * so that a run that is stopped has shown what it found.
 */
@AmbientInput("a benchmark is its own main program")
final class Figures {
  private static final String BEGIN = "<!-- figures: written by bench/run -->";
  private static final String END = "<!-- end of figures -->";

  private final Path page;
  private final String said;
  private final List<String> rows = new ArrayList<>();

  /**
   * @param said how it was measured, in sentences
   * @param columns the heads of the table
   */
  Figures(Path page, String said, String... columns) {
    this.page = page;
    this.said = said;
    rows.add(line(columns));
    rows.add(line(Stream.of(columns).map(column -> "---").toArray(String[]::new)));
  }

  void row(String... cells) throws IOException {
    rows.add(line(cells));
    System.out.println(rows.get(rows.size() - 1));
    write();
  }

  private static String line(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private void write() throws IOException {
    String text = Files.readString(page);
    int mark = text.indexOf(BEGIN);
    int to = text.indexOf(END, Math.max(mark, 0));
    if (mark < 0 || to < 0) {
      throw new IOException(page + " has no place for figures between '" + BEGIN + "' and its end");
    }
    String table =
        "\n\nMeasured on "
            + LocalDate.now(ZoneOffset.UTC)
            + ": "
            + machine()
            + ", JDK "
            + Runtime.version()
            + ". "
            + said
            + "\n\n"
            + String.join("\n", rows)
            + "\n\n";
    String before = text.substring(0, mark + BEGIN.length());
    Files.write(page, (before + table + text.substring(to)).getBytes(UTF_8));
  }

  private static String machine() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    String model = System.getProperty("os.arch");
    if (Files.exists(info)) {
      try (Stream<String> lines = Files.lines(info)) {
        model =
            lines
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.replaceFirst(".*: ", ""))
                .orElse(model);
      }
    }
    return Runtime.getRuntime().availableProcessors()
        + " cores of "
        + model
        + ", "
        + System.getProperty("os.name");
  }
}
