package tribune.shell.command;

import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.shell.core.command.availability.Availability;
import tribune.shell.line.Command;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.line.Session;

/** {@code clear}: empties the screen. */
final class ClearCommand implements Command {

  private final ObjectProvider<LineReader> reader;
  private final Session session;

  ClearCommand(ObjectProvider<LineReader> reader, Session session) {
    this.reader = reader;
    this.session = session;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("clear", Group.PROGRAM, "Empty the screen of the interactive shell.");
  }

  @Override
  public Availability availability() {
    return OnlyAtPrompt.availability(session);
  }

  @Override
  public ExitCode run(Invocation invocation) {
    Terminal terminal = reader.getObject().getTerminal();
    terminal.puts(Capability.clear_screen);
    terminal.flush();
    return ExitCode.OK;
  }
}
