package tribune.trail;

import org.jspecify.annotations.Nullable;

/**
 * Why the trail did not do what it was asked to. The message says where, what was found, what was
 * expected and what to do, in words for the user.
 */
public abstract sealed class TrailException extends RuntimeException
    permits KeyRefused,
        NoRoomLeft,
        RecordTooLarge,
        RevisionTaken,
        RulesReplaced,
        StoreRefused,
        SubmissionTaken,
        TrailHeld,
        TrailStopped,
        TrailUnsound {
  private static final long serialVersionUID = 1L;

  TrailException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
