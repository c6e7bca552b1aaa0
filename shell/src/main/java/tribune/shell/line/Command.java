package tribune.shell.line;

import org.springframework.shell.core.command.availability.Availability;

/**
 * A command of the shell. It reads its invocation, calls the engine, writes one report and gives an
 * exit code; it decides nothing itself. Each is a Spring bean; making one must cost next to
 * nothing, as all are made at every start.
 */
public interface Command {

  /** The same every time. */
  Declaration declaration();

  /**
   * Does it.
   *
   * @throws CommandFailed if it cannot be done, in words for the user
   * @throws Interruption.Stopped if the user asked it to stop
   * @throws Exception any other is a defect of ours, and is told as one
   */
  ExitCode run(Invocation invocation) throws Exception;

  /**
   * Whether it can be used here; if not, the reason completes "it is not available because ...".
   */
  default Availability availability() {
    return Availability.available();
  }
}
