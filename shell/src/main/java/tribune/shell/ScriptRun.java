package tribune.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Globals;
import tribune.shell.line.Manner;
import tribune.shell.line.Session;
import tribune.shell.line.SplitLine;
import tribune.shell.render.Messages;

/**
 * Runs the lines of standard input one after another. Goes on after an answer, good or bad; stops
 * at the first line that could not be carried out. The worst line gives the exit code. A script
 * without any command is a mistake, so that a forgotten argument in a pipeline is noticed.
 */
final class ScriptRun {

  private final LineRunner runner;
  private final Session session;
  private final Globals globals;

  ScriptRun(LineRunner runner, Session session, Globals globals) {
    this.runner = runner;
    this.session = session;
    this.globals = globals;
  }

  ExitCode run(InputStream script) {
    BufferedReader lines = new BufferedReader(new InputStreamReader(script, UTF_8));
    try {
      return run(lines);
    } catch (IOException failure) {
      messages().error("cannot read standard input: " + failure.getMessage(), List.of());
      return ExitCode.USAGE;
    }
  }

  private ExitCode run(BufferedReader lines) throws IOException {
    ExitCode worst = ExitCode.OK;
    int commands = 0;
    int number = 1;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int first = number;
      while (isJoined(line)) {
        String next = lines.readLine();
        if (next == null) {
          break;
        }
        line = line + "\n" + next;
        number++;
      }
      commands += SplitLine.of(line).words().isEmpty() ? 0 : 1;
      ExitCode code = runner.run(line, globals);
      worst = worst.worse(code);
      if (session.isLeaving()) {
        return worst;
      }
      if (!code.isAnswer()) {
        tellThatItStops(first, lines.readLine());
        return worst;
      }
      number++;
    }
    return commands == 0 ? noCommand() : worst;
  }

  private static boolean isJoined(String line) {
    return SplitLine.of(line).open().filter(SplitLine.Open.BACKSLASH::equals).isPresent();
  }

  private void tellThatItStops(int number, @Nullable String next) {
    String rest = next == null ? "" : "; the lines after it were not run";
    messages().hint("stopped at line " + number + rest);
  }

  private ExitCode noCommand() {
    messages()
        .error(
            "no command is given, neither as arguments nor on standard input",
            List.of("for help: " + Manner.ONE_SHOT.line("help")));
    return ExitCode.USAGE;
  }

  private Messages messages() {
    return session.screen().messages(globals.color(), globals.talk());
  }
}
