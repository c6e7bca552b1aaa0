package tribune.shell.line;

import java.io.InputStream;

/** Standard input as data for a command, which only a one-shot command can have. */
public final class StandardInput {

  private final InputStream stream;
  private final Manner manner;

  public StandardInput(InputStream stream, Manner manner) {
    this.stream = stream;
    this.manner = manner;
  }

  /**
   * The bytes of standard input; to be read once.
   *
   * @throws CommandFailed if standard input holds the commands themselves, or is the keyboard
   */
  public InputStream open() {
    return switch (manner) {
      case ONE_SHOT -> stream;
      case SCRIPT ->
          throw new CommandFailed(
              ExitCode.USAGE,
              "standard input is read as commands here, so it cannot be data too",
              "give a file instead of -");
      case INTERACTIVE ->
          throw new CommandFailed(
              ExitCode.USAGE,
              "standard input is the keyboard here, so it cannot be data",
              "give a file instead of -");
    };
  }
}
