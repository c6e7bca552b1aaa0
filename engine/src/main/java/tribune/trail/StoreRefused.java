package tribune.trail;

import org.jspecify.annotations.Nullable;

/**
 * The store of the trail cannot be used as it is: out of reach, not set up, not permitted, or in
 * use for too long. Nothing was recorded; the message says what to change.
 */
public final class StoreRefused extends TrailException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message for the user: where, what was found, what was expected, what to do; never a
   *     password
   */
  public StoreRefused(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
