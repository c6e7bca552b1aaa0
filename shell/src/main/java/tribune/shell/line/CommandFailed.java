package tribune.shell.line;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A command could not do what it was asked, for a reason that the user can act on. */
public final class CommandFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode code;
  private final transient List<String> advice;

  /**
   * @param what what went wrong: who, where, found, expected; one line
   * @param advice what to do about it, a line each
   */
  public CommandFailed(ExitCode code, String what, String... advice) {
    super(requireNonNull(what, "what"));
    if (code == ExitCode.OK) {
      throw new IllegalArgumentException("a failure does not exit with 0: " + what);
    }
    this.code = code;
    this.advice = List.of(advice);
  }

  public ExitCode code() {
    return code;
  }

  public List<String> advice() {
    return advice;
  }
}
