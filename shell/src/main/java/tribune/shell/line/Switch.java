package tribune.shell.line;

import java.util.Locale;

/** The global options that are on or off. */
public enum Switch {
  /** Never ask the user anything. */
  BATCH,
  /** No hints and no progress. */
  QUIET,
  /** Show what only a developer wants to see: stack traces and the logs of libraries. */
  DEBUG;

  String option() {
    return name().toLowerCase(Locale.ROOT);
  }
}
