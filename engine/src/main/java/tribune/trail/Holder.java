package tribune.trail;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who holds a trail open.
 *
 * @param pid of the process
 * @param host the machine it runs on
 * @param since when it opened the trail
 * @param command what it was told to do, such as {@code tribune audit bags.yaml}
 */
public record Holder(long pid, String host, Instant since, String command) {
  private static final int MAX_COMMAND_CHARS = 200;

  public Holder {
    requireNonNull(host, "host");
    requireNonNull(since, "since");
    command = command.length() > MAX_COMMAND_CHARS ? cut(command) : command;
  }

  private static String cut(String command) {
    return command.substring(0, MAX_COMMAND_CHARS - 3) + "...";
  }

  /** What a lock file says; empty if it is not such a text, as while it is being written. */
  static Optional<Holder> read(String text) {
    Map<String, String> lines =
        text.lines()
            .map(line -> line.split(" ", 2))
            .filter(parts -> parts.length == 2)
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (one, two) -> one));
    try {
      return Optional.of(
          new Holder(
              Long.parseLong(lines.getOrDefault("pid", "")),
              lines.getOrDefault("host", "?"),
              Instant.parse(lines.getOrDefault("since", "")),
              lines.getOrDefault("command", "?")));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  String write() {
    return "pid "
        + pid
        + "\nhost "
        + oneLine(host)
        + "\nsince "
        + since
        + "\ncommand "
        + oneLine(command)
        + "\n";
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  /** For people, to the second. */
  @Override
  public String toString() {
    Instant second = since.truncatedTo(ChronoUnit.SECONDS);
    return "process " + pid + " on " + host + " since " + second + " (" + command + ")";
  }
}
