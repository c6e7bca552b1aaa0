package tribune.rulebase;

/** What went wrong in a rule, in one line that is the same on every run. */
final class Causes {
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
    return cause instanceof Reporter.BrokenContract ? first : name + ": " + first;
  }
}
