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

  private final List<String> rows = new ArrayList<>();

  /**
   * @param columns the heads of the table
   */
  Figures(String... columns) {
    row(columns);
    row(Stream.of(columns).map(column -> "---").toArray(String[]::new));
  }

  void row(String... cells) {
    String row = "| " + String.join(" | ", cells) + " |";
    rows.add(row);
    System.out.println(row);
  }

  /**
   * Puts the table into a page, in place of the one that was there.
   *
   * @param said how it was measured, in sentences
   */
  void write(Path page, String said) throws IOException {
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
