package tribune.shell;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.utils.Signals;
import tribune.shell.render.StandardStream;

/**
 * All that the program takes from the process it runs in. Everything below gets it from here, so
 * that a test can put another world around it.
 *
 * @param terminals which of the standard streams are terminals
 * @param environment the variables of the process
 * @param userHome the user's home directory
 * @param clock read once for each command
 * @param columns the width of the terminal that output goes to; 0 if not known
 * @param terminal opened when a prompt is needed; closed by the interactive shell
 * @param interruptKey heard while a command runs
 */
public record Surroundings(
    InputStream input,
    OutputStream output,
    OutputStream error,
    Set<StandardStream> terminals,
    Map<String, String> environment,
    Path userHome,
    Clock clock,
    IntSupplier columns,
    Supplier<Terminal> terminal,
    InterruptKey interruptKey) {

  public Surroundings {
    terminals = Set.copyOf(terminals);
    environment = Map.copyOf(environment);
  }

  @AmbientInput("this is where the surroundings of the process are read, for all the rest")
  static Surroundings ofThisProcess() {
    return new Surroundings(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        TerminalProbe.terminals(),
        System.getenv(),
        Path.of(System.getProperty("user.home")),
        Clock.systemUTC(),
        TerminalProbe::columns,
        TerminalProbe::open,
        action -> Signals.register("INT", action));
  }

  boolean isTerminal(StandardStream stream) {
    return terminals.contains(stream);
  }
}
