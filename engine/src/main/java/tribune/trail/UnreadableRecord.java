package tribune.trail;

/** Bytes that are no record, or a record of a kind that this version does not know. */
public final class UnreadableRecord extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableRecord(String problem) {
    super(problem);
  }
}
