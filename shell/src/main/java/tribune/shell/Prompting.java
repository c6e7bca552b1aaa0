package tribune.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jline.reader.Completer;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Parser;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.springframework.shell.jline.PromptProvider;
import tribune.shell.render.Messages;
import tribune.shell.render.Palette;

/** Sets up JLine for our lines: what edits them, and where they are kept. */
final class Prompting {

  /** The file in the home directory that keeps the lines that were typed. */
  static final String HISTORY_FILE = "history";

  private static final String PROMPT = "tribune> ";
  private static final String PROMPT_FOR_MORE = "      -> ";
  private static final int LINES_KEPT = 2_000;

  private Prompting() {}

  static PromptProvider prompt(Palette palette) {
    AttributedStyle style =
        palette == Palette.COLORS ? AttributedStyle.BOLD : AttributedStyle.DEFAULT;
    return () -> new AttributedString(PROMPT, style);
  }

  /** A reader that expands nothing: JLine would take a {@code !} for a call from the history. */
  static LineReader reader(
      Terminal terminal, Parser parser, Completer completer, Highlighter highlighter) {
    return LineReaderBuilder.builder()
        .terminal(terminal)
        .appName("tribune")
        .parser(parser)
        .completer(completer)
        .highlighter(highlighter)
        .variable(LineReader.SECONDARY_PROMPT_PATTERN, PROMPT_FOR_MORE)
        .variable(LineReader.HISTORY_SIZE, LINES_KEPT)
        .variable(LineReader.HISTORY_FILE_SIZE, LINES_KEPT)
        .option(Option.DISABLE_EVENT_EXPANSION, true)
        .option(Option.INSERT_TAB, false)
        .build();
  }

  /** Keeps the history in a file that only its owner can read; without one if that fails. */
  static void keepHistory(LineReader reader, Path home, Messages messages) {
    Path file = home.resolve(HISTORY_FILE);
    try {
      Files.createDirectories(home);
      makeForOwnerOnly(file);
      reader.setVariable(LineReader.HISTORY_FILE, file);
      reader.getHistory().attach(reader);
    } catch (IOException | RuntimeException failure) {
      messages.warning("the history of this session is not kept: cannot use " + file);
    }
  }

  private static void makeForOwnerOnly(Path file) throws IOException {
    boolean isPosix =
        Files.getFileStore(file.getParent())
            .supportsFileAttributeView(PosixFileAttributeView.class);
    if (!isPosix) {
      return;
    }
    Set<PosixFilePermission> ownerOnly = PosixFilePermissions.fromString("rw-------");
    if (Files.notExists(file)) {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
    }
    Files.setPosixFilePermissions(file, ownerOnly);
  }
}
