package tribune.shell.line;

/**
 * The user's wish that a running command stop. The command asks for it between two steps; its
 * thread is never interrupted, as an interrupt inside JDBC closes the store.
 *
 * <p>Safe for use by several threads.
 */
public final class Interruption {

  /** The command stops because the user asked for it. */
  public static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("stopped as the user asked", null, false, false);
    }
  }

  private volatile boolean requested;

  /** Asks the command to stop. */
  public void request() {
    requested = true;
  }

  /**
   * Whether the command was asked to stop; for one that ends only so, and has then done its work.
   */
  public boolean isRequested() {
    return requested;
  }

  /** To be called between two steps that must not be torn apart. */
  public void stopIfRequested() {
    if (requested) {
      throw new Stopped();
    }
  }
}
