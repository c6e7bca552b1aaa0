package tribune.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import tribune.shell.render.StandardStream;

/**
 * Finds out which standard streams are terminals. Java cannot tell them apart; JLine can, but has
 * to load a native library first, which a command whose output is piped need not wait for. Linux
 * says it in {@code /proc}.
 */
final class TerminalProbe {

  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
  private static final String PROVIDER = "jni";

  private TerminalProbe() {}

  static Set<StandardStream> terminals() {
    Set<StandardStream> terminals = EnumSet.noneOf(StandardStream.class);
    for (StandardStream stream : StandardStream.values()) {
      if (isTerminal(stream)) {
        terminals.add(stream);
      }
    }
    return terminals;
  }

  /** The width of the terminal that standard output is, in columns; 0 if it cannot be told. */
  static int columns() {
    try {
      return TerminalProvider.load(PROVIDER).systemStreamWidth(SystemStream.Output);
    } catch (IOException | RuntimeException | LinkageError unknown) {
      return 0;
    }
  }

  /** The terminal of this process, for a prompt. */
  static Terminal open() {
    try {
      return TerminalBuilder.builder()
          .system(true)
          .provider(PROVIDER)
          .dumb(true)
          .encoding(UTF_8)
          .nativeSignals(true)
          .signalHandler(Terminal.SignalHandler.SIG_IGN)
          .build();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static boolean isTerminal(StandardStream stream) {
    Path descriptor = DESCRIPTORS.resolve(Integer.toString(stream.descriptor()));
    try {
      String target = Files.readSymbolicLink(descriptor).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException notLinux) {
      return !Files.exists(DESCRIPTORS) && asJLine(stream);
    }
  }

  private static boolean asJLine(StandardStream stream) {
    SystemStream theirs =
        switch (stream) {
          case INPUT -> SystemStream.Input;
          case OUTPUT -> SystemStream.Output;
          case ERROR -> SystemStream.Error;
        };
    try {
      return TerminalProvider.load(PROVIDER).isSystemStream(theirs);
    } catch (IOException | RuntimeException | LinkageError unknown) {
      return false;
    }
  }
}
