package tribune.export;

/**
 * No export was made, and nothing stands at its place; the message says what was found, what was
 * expected and what to do.
 */
public final class ExportRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ExportRefused(String message) {
    super(message);
  }
}
