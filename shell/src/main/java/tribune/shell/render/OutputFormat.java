package tribune.shell.render;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a report is written to standard output. */
public enum OutputFormat {
  /** For people: aligned columns, wrapped to the terminal, colours where they are allowed. */
  TABLE,
  /** For {@code grep}: a line for each statement, nothing aligned or wrapped, no colours. */
  PLAIN,
  /** For programs: one JSON document. */
  JSON,
  /** For build servers: JUnit XML, of commands that test something. */
  JUNIT,
  /** For tools that collect findings of many checkers: SARIF 2.1.0. */
  SARIF,
  /** For GitHub: lines that it shows beside the lines of a change. */
  GITHUB;

  /** Whether every command prints it; the others are for commands that declare them. */
  public boolean isGeneral() {
    return this == TABLE || this == PLAIN || this == JSON;
  }

  /** The word for it on a command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(OutputFormat::word).toList();
  }

  /**
   * The format of that word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static OutputFormat ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
