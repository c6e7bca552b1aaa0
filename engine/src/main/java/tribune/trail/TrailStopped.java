package tribune.trail;

/**
 * The trail writes no more: a write, a sync or the connection to its database failed, and what is
 * stored is no longer certain. What was acknowledged before is safe. What was being written was not
 * acknowledged and may or may not be there after the next opening, which checks everything it
 * finds.
 */
public final class TrailStopped extends TrailException {
  private static final long serialVersionUID = 1L;

  private TrailStopped(String message, Throwable cause) {
    super(message, cause);
  }

  /** The disk failed. */
  static TrailStopped onDisk(String what, Throwable cause) {
    return new TrailStopped(
        what
            + " ("
            + cause
            + "); nothing more is recorded until the trail is opened again: check the disk, then"
            + " start again",
        cause);
  }

  /** What was built to read a trail failed; the trail itself did not. */
  static TrailStopped whileReading(String message, Throwable cause) {
    return new TrailStopped(message, cause);
  }

  /** The database failed. */
  static TrailStopped inDatabase(StoreFailure cause) {
    return new TrailStopped(
        cause.getMessage()
            + "; nothing more is recorded until the trail is opened again: check the database"
            + " server, then start again; a shell that is open connects again by itself",
        cause);
  }
}
