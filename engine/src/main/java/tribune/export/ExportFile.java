package tribune.export;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.function.Consumer;
import tribune.document.Sha256;
import tribune.proof.Hash;

/**
 * A file of an export as it is written: counts bytes and rows and computes the hash, for the
 * manifest. Used by one thread.
 */
public final class ExportFile extends OutputStream {
  private final String path;
  private final String format;
  private final OutputStream out;
  private final Consumer<FileEntry> whenClosed;
  private final MessageDigest digest = Sha256.digest();
  private long bytes;
  private long rows;
  private boolean closed;

  /**
   * @param format that it belongs to; empty for what every export has
   * @param whenClosed told what was written, once
   */
  ExportFile(String path, String format, OutputStream out, Consumer<FileEntry> whenClosed) {
    this.path = requireNonNull(path, "path");
    this.format = requireNonNull(format, "format");
    this.out = requireNonNull(out, "out");
    this.whenClosed = requireNonNull(whenClosed, "whenClosed");
  }

  /** Says that one more row was written, whatever a row is in this file. */
  public void row() {
    rows++;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] some, int offset, int length) throws IOException {
    out.write(some, offset, length);
    digest.update(some, offset, length);
    bytes += length;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    out.close();
    whenClosed.accept(new FileEntry(path, format, bytes, rows, Hash.of(digest.digest())));
  }
}
