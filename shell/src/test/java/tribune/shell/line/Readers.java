package tribune.shell.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.impl.DumbTerminal;

/** JLine readers for parts that are handed one and do not look at it. */
final class Readers {

  private Readers() {}

  static LineReader withoutTerminal() {
    try {
      return LineReaderBuilder.builder()
          .terminal(
              new DumbTerminal(InputStream.nullInputStream(), OutputStream.nullOutputStream()))
          .build();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
