package tribune.shell.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * A standard stream as text in UTF-8, written through at once. When the reader has gone, as in
 * {@code | head -1}, the rest is dropped in silence: what the command did, and its exit code, do
 * not depend on who reads. Any other failure to write, such as a full disk, is thrown.
 *
 * <p>Safe for use by several threads.
 */
public final class DataStream {

  private final OutputStream stream;
  private boolean readerGone;

  public DataStream(OutputStream stream) {
    this.stream = stream;
  }

  /**
   * Writes the text and flushes it.
   *
   * @throws OutputFailed if it could not be written although there is a reader
   */
  public synchronized void write(String text) {
    if (readerGone) {
      return;
    }
    try {
      stream.write(text.getBytes(UTF_8));
      stream.flush();
    } catch (IOException failure) {
      if (!tellsThatReaderHasGone(failure)) {
        throw new OutputFailed(failure);
      }
      readerGone = true;
    }
  }

  /** Whether nobody reads any more, so that a command with more to say may stop. */
  public synchronized boolean readerGone() {
    return readerGone;
  }

  /** Java has no error number; every translation of the message keeps the word "pipe". */
  private static boolean tellsThatReaderHasGone(IOException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("pipe") || message.contains("connection reset");
  }
}
