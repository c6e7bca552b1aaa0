package tribune.shell;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import tribune.shell.command.ProgramVersions;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Manner;
import tribune.shell.line.Session;
import tribune.shell.render.StandardStream;

/** The program once it is wired: runs it in the manner that was decided at its start. */
final class Shell {

  private final Start start;
  private final Surroundings surroundings;
  private final Session session;
  private final LineRunner runner;
  private final Supplier<InteractiveShell> interactive;

  Shell(
      Start start,
      Surroundings surroundings,
      Session session,
      LineRunner runner,
      ObjectProvider<InteractiveShell> interactive) {
    this.start = start;
    this.surroundings = surroundings;
    this.session = session;
    this.runner = runner;
    this.interactive = interactive::getObject;
  }

  ExitCode run(List<String> arguments) throws IOException {
    if (start.manner() == Manner.INTERACTIVE) {
      String version = ProgramVersions.ofThisBuild().program();
      return interactive.get().run("Tribune " + version + ". Type help, or exit to leave.");
    }
    surroundings.interruptKey().whenPressed(new StopRequest(session, start.globals()));
    return start.manner() == Manner.SCRIPT ? script() : runner.run(arguments, start.globals());
  }

  private ExitCode script() {
    if (surroundings.isTerminal(StandardStream.INPUT)) {
      session
          .screen()
          .messages(start.globals().color(), start.globals().talk())
          .error(
              "no command is given, and there is no prompt as standard output is no terminal",
              List.of("for help: " + Manner.ONE_SHOT.line("help")));
      return ExitCode.USAGE;
    }
    return new ScriptRun(runner, session, start.globals()).run(surroundings.input());
  }
}
