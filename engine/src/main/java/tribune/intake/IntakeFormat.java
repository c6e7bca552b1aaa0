package tribune.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a file of many proposals is written. */
public enum IntakeFormat {
  /** A JSON object a line. */
  JSONL(".jsonl", ".ndjson"),
  /** A row each below a row of paths. */
  CSV(".csv");

  private final List<String> endings;

  IntakeFormat(String... endings) {
    this.endings = List.of(endings);
  }

  /** What people call it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of that word, or what the name of a file says. */
  public static Optional<IntakeFormat> of(String wordOrName) {
    String wanted = wordOrName.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(it -> it.word().equals(wanted) || it.endings.stream().anyMatch(wanted::endsWith))
        .findFirst();
  }
}
