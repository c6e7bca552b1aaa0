package tribune.rulebase;

import java.util.regex.Pattern;

/** What went wrong in a rule, in one line that is the same on every run. */
final class Causes {
  /** Where an object lies in memory, as Java writes it; other in every process. */
  private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{3,}\\b");

  private Causes() {}

  /** The innermost cause: Drools wraps what a rule threw several times. */
  static String line(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    String name = cause.getClass().getSimpleName();
    if (message == null || message.isBlank()) {
      return name;
    }
    String first = message.lines().findFirst().orElse(name);
    String line = Brief.text(IDENTITY.matcher(first).replaceAll("@..."));
    return cause instanceof Reporter.BrokenContract ? line : name + ": " + line;
  }
}
