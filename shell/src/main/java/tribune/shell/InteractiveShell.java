package tribune.shell;

import java.io.IOError;
import java.io.IOException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.springframework.shell.jline.JLineInputProvider;
import org.springframework.shell.jline.PromptProvider;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Globals;
import tribune.shell.line.Session;

/**
 * Reads a line, runs it, and so on until the user leaves. Ctrl-C at the prompt throws the line
 * away; while a command runs it asks the command to stop; it never ends the shell. Ctrl-D and
 * {@code exit} do, with exit code 0.
 */
final class InteractiveShell {

  private final LineReader reader;
  private final PromptProvider prompt;
  private final LineRunner runner;
  private final Session session;
  private final Globals globals;

  InteractiveShell(
      LineReader reader,
      PromptProvider prompt,
      LineRunner runner,
      Session session,
      Globals globals) {
    this.reader = reader;
    this.prompt = prompt;
    this.runner = runner;
    this.session = session;
    this.globals = globals;
  }

  /** Runs until the user leaves; {@code greeting} is said first. */
  ExitCode run(String greeting) throws IOException {
    var messages = session.screen().messages(globals.color(), globals.talk());
    Prompting.keepHistory(reader, globals.home(), messages);
    messages.hint(greeting);
    try (Terminal terminal = reader.getTerminal()) {
      terminal.handle(Terminal.Signal.INT, signal -> session.interrupt());
      readAndRun();
      reader.getHistory().save();
    }
    return ExitCode.OK;
  }

  private void readAndRun() {
    JLineInputProvider input = new JLineInputProvider(reader);
    input.setPromptProvider(prompt);
    while (!session.isLeaving()) {
      try {
        runner.run(input.readInput(), globals);
      } catch (UserInterruptException lineThrownAway) {
        // Ctrl-C: on with the next line
      } catch (EndOfFileException | IOError left) {
        // Ctrl-D, or the terminal has gone
        return;
      }
    }
  }
}
