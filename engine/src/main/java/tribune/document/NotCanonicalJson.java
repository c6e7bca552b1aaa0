package tribune.document;

/**
 * Bytes that are not the canonical form of any {@link Json} value, or a value that has no canonical
 * form.
 */
public final class NotCanonicalJson extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  NotCanonicalJson(int offset, String problem) {
    super("not canonical JSON at byte " + offset + ": " + problem);
    this.offset = offset;
  }

  /** Where the first fault stands, in bytes from the start. */
  public int offset() {
    return offset;
  }
}
