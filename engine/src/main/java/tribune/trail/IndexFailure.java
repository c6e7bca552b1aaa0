package tribune.trail;

/** The index could not be read or written. The journal is untouched by that. */
public final class IndexFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public IndexFailure(String what) {
    super(what);
  }

  public IndexFailure(String what, Throwable cause) {
    super(what + ": " + cause.getMessage(), cause);
  }
}
