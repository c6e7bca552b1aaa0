package tribune.shell.command;

import java.util.Collection;
import tribune.shell.line.ExitCode;
import tribune.verdict.Verdict;

/** Verdicts as exit codes. */
final class Verdicts {
  private Verdicts() {}

  static ExitCode exitCode(Verdict verdict) {
    return switch (verdict) {
      case PASS -> ExitCode.OK;
      case FAIL -> ExitCode.FAIL;
      case INCOMPLETE -> ExitCode.INCOMPLETE;
      case ERROR -> ExitCode.ERROR;
    };
  }

  /** Of several decisions the worst decides: ERROR, FAIL, INCOMPLETE, PASS. */
  static Verdict worst(Collection<Verdict> verdicts) {
    return verdicts.stream()
        .reduce((one, other) -> exitCode(one).worse(exitCode(other)) == exitCode(one) ? one : other)
        .orElseThrow(() -> new IllegalArgumentException("no verdict at all"));
  }
}
