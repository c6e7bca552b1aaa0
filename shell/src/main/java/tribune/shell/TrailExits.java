package tribune.shell;

import tribune.shell.line.ExitCode;
import tribune.trail.RecordTooLarge;
import tribune.trail.RevisionTaken;
import tribune.trail.SubmissionTaken;
import tribune.trail.TrailException;
import tribune.trail.TrailUnsound;

/** What the exit code says when the trail did not do what it was asked to. */
final class TrailExits {
  private TrailExits() {}

  static ExitCode of(TrailException refusal) {
    if (refusal instanceof TrailUnsound) {
      return ExitCode.UNSOUND;
    }
    boolean isInput =
        refusal instanceof RevisionTaken
            || refusal instanceof RecordTooLarge
            || refusal instanceof SubmissionTaken;
    return isInput ? ExitCode.USAGE : ExitCode.REFUSED;
  }
}
