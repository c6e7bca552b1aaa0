package tribune.shell.command;

import tribune.shell.line.Command;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;

/** {@code exit}: ends the interactive shell or the script. */
final class ExitCommand implements Command {

  @Override
  public Declaration declaration() {
    return Declaration.of("exit", Group.PROGRAM, "Leave the shell, or end the script.")
        .alias("quit");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    invocation.session().leave();
    return ExitCode.OK;
  }
}
