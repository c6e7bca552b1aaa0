package tribune.trail;

/** The tables of a trail could not be read or written. Says nothing about what is durable. */
public final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreFailure(String what) {
    super(what);
  }

  public StoreFailure(String what, Throwable cause) {
    super(what + ": " + cause.getMessage(), cause);
  }
}
