package tribune.export;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The lines of a file of an export, one at a time: each ends in a newline, and has no other control
 * character. Used by one thread.
 */
final class ExportLines implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final String name;
  private final int most;
  private final InputStream in;
  private String where;
  private long line;

  /**
   * @param most how many bytes a line may have
   */
  ExportLines(Path export, String name, int most) throws IOException {
    this.name = name;
    this.most = most;
    this.where = name;
    this.in = new BufferedInputStream(Files.newInputStream(export.resolve(name)), BUFFER);
  }

  boolean hasNext() throws IOException {
    in.mark(1);
    int next = in.read();
    in.reset();
    return next >= 0;
  }

  /**
   * The next line.
   *
   * @param seq the record that it is about; negative if that is not known yet
   * @param expected what it is, for the message
   * @throws ExportUnsound if there is none
   */
  byte[] next(long seq, String expected) throws IOException {
    line++;
    where = name + ", line " + line;
    if (seq >= 0) {
      isOf(seq);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw unsound("the end of the file", expected + " and a newline");
      }
      if (b < 0x20) {
        throw unsound("byte " + b, "text without control characters");
      }
      if (bytes.size() == most) {
        throw unsound("a longer line", "at most " + most + " bytes");
      }
      bytes.write(b);
    }
    return bytes.toByteArray();
  }

  /** Says which record the line is about. */
  void isOf(long seq) {
    where = name + ", line " + line + ", seq " + seq;
  }

  /** Returns only at the end of the file. */
  void requireEnd() throws IOException {
    if (hasNext()) {
      throw new ExportUnsound(name + ", line " + (line + 1), "a line more", "the end of the file");
    }
  }

  /** About the line that was read last. */
  ExportUnsound unsound(String found, String expected) {
    return new ExportUnsound(where, found, expected);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
