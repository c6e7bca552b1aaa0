package tribune.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import tribune.shell.command.ProductCommands;
import tribune.shell.line.ExitCode;
import tribune.shell.render.StandardStream;

/**
 * Somebody at a terminal: JLine's virtual one, with a line discipline, so that Ctrl-C is a signal
 * as on a real one. The program runs on a thread of its own.
 */
final class TypingUser implements AutoCloseable {

  static final String CTRL_C = "\u0003";
  static final String CTRL_D = "\u0004";
  static final String CTRL_P = "\u0010";
  static final String TAB = "\t";
  static final String ENTER = "\r";

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final LineDisciplineTerminal terminal;
  private final CompletableFuture<ExitCode> ending;
  private int seen;

  private TypingUser(
      String type, Map<String, String> environment, Class<?> commands, List<String> arguments) {
    try {
      terminal =
          new LineDisciplineTerminal(
              "virtual", type, screen, UTF_8, Terminal.SignalHandler.SIG_IGN);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    terminal.setSize(new Size(100, 30));
    Surroundings surroundings =
        new Surroundings(
            InputStream.nullInputStream(),
            terminal.output(),
            errors,
            Set.of(StandardStream.INPUT, StandardStream.OUTPUT),
            environment,
            Path.of("/nowhere"),
            Clock.systemUTC(),
            Given::random,
            Given::actor,
            terminal::getWidth,
            () -> terminal,
            action -> {
              throw new AssertionError("at the prompt the terminal itself tells of Ctrl-C");
            });
    ending =
        CompletableFuture.supplyAsync(
            () -> Tribune.run(arguments, surroundings, commands),
            task -> new Thread(task, "program").start());
  }

  static TypingUser at(String type, Path home, Map<String, String> environment, String... options) {
    List<String> arguments = new ArrayList<>(List.of("--home", home.toString()));
    arguments.addAll(List.of(options));
    TypingUser user = new TypingUser(type, environment, SampleCommands.class, arguments);
    user.sees("tribune> ");
    return user;
  }

  /** With the commands of the product and the rules of a desk. */
  static TypingUser at(Desk desk) {
    return at(desk, "--rules", Desk.rules().toString());
  }

  /** With the commands of the product, and these options for the session. */
  static TypingUser at(Desk desk, String... options) {
    List<String> arguments = new ArrayList<>(List.of("--home", desk.home().toString()));
    arguments.addAll(List.of(options));
    Map<String, String> environment =
        Map.of(
            "TERM",
            "xterm",
            "TRIBUNE_TRUST",
            desk.trust().toString(),
            "TRIBUNE_CACHE",
            Trial.CACHE.toString());
    TypingUser user =
        new TypingUser("xterm-256color", environment, ProductCommands.class, arguments);
    user.sees("tribune> ");
    return user;
  }

  TypingUser types(String keys) {
    try {
      terminal.processInputBytes(keys.getBytes(UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return this;
  }

  /** Waits until that is on the screen, after what was seen before. */
  TypingUser sees(String text) {
    await(() -> all().indexOf(text, seen) >= 0, text);
    seen = all().indexOf(text, seen) + text.length();
    return this;
  }

  TypingUser isTold(String text) {
    await(() -> errors.toString(UTF_8).contains(text), text);
    return this;
  }

  /** All that ever went to the screen. */
  String all() {
    return screen.toString(UTF_8);
  }

  String errors() {
    return errors.toString(UTF_8);
  }

  /** The exit code, once the program has ended. */
  ExitCode leaves() {
    await(ending::isDone, "the end");
    return ending.join();
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }

  private void await(BooleanSupplier condition, String what) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new AssertionError(
            "waited in vain for " + what + "\nscreen: " + all() + "\nerrors: " + errors());
      }
      try {
        Thread.sleep(5);
      } catch (InterruptedException stopped) {
        throw new AssertionError("interrupted while waiting for " + what, stopped);
      }
    }
  }
}
