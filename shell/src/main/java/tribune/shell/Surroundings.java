package tribune.shell;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.utils.Signals;
import tribune.shell.render.StandardStream;
import tribune.trail.Actor;

/**
 * All that the program takes from the process it runs in. Everything below gets it from here, so
 * that a test can put another world around it.
 *
 * @param terminals which of the standard streams are terminals
 * @param environment the variables of the process
 * @param userHome the user's home directory
 * @param clock read once for each command
 * @param random where salts and names that nobody can guess come from
 * @param actor whom records name: the user of this process and its machine
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
    Supplier<SecureRandom> random,
    Supplier<Actor> actor,
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
        // A file stream asks for its position before it reads, which a pipe does not have.
        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        TerminalProbe.terminals(),
        System.getenv(),
        Path.of(System.getProperty("user.home")),
        Clock.systemUTC(),
        SecureRandom::new,
        Surroundings::actorOfThisProcess,
        TerminalProbe::columns,
        TerminalProbe::open,
        action -> Signals.register("INT", action));
  }

  @AmbientInput("records name the user and the machine of the process")
  private static Actor actorOfThisProcess() {
    String user = System.getProperty("user.name", "");
    return new Actor(user.isBlank() ? "unknown" : user, null, host());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  boolean isTerminal(StandardStream stream) {
    return terminals.contains(stream);
  }
}
