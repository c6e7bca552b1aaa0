package tribune.document;

/**
 * What kind of mistake a diagnostic speaks of. Each package that reads something has an enum of its
 * own; docs/diagnostics.md lists them all.
 */
public interface DiagnosticCode {
  /** Short and stable, such as {@code IN-104}: people search for it. */
  String id();

  /** An error, unless the code says otherwise. */
  default Diagnostic.Level level() {
    return Diagnostic.Level.ERROR;
  }

  /** What it means, in one line. */
  String meaning();
}
