package tribune.trail;

/**
 * The trail writes no more: a write or a sync failed, and what is on the disk is no longer certain.
 * What was acknowledged before is safe. What was being written was not acknowledged and may or may
 * not be there after the next opening, which checks everything it finds.
 */
public final class TrailStopped extends TrailException {
  private static final long serialVersionUID = 1L;

  TrailStopped(String what, Throwable cause) {
    super(
        what
            + " ("
            + cause
            + "); nothing more is recorded until the trail is opened again: check the disk, then"
            + " start again",
        cause);
  }
}
