package tribune.export;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A file that is written together with the list of its pieces: a line for each, in order, with the
 * first bytes of its SHA-256 in hex. Used by one thread.
 */
final class ListedOutput extends OutputStream {
  private final OutputStream out;
  private final ExportFile list;
  private final PieceCutter cutter;

  ListedOutput(OutputStream out, Pieces pieces, ExportFile list) {
    this.out = out;
    this.list = list;
    this.cutter =
        new PieceCutter(
            pieces,
            (hash, piece) -> {
              list.write((hash + "\n").getBytes(US_ASCII));
              list.row();
            });
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  /** The file first: where it is compared, it says more than its list. */
  @Override
  public void write(byte[] some, int offset, int length) throws IOException {
    out.write(some, offset, length);
    cutter.write(some, offset, length);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    try (list;
        cutter) {
      out.close();
    }
  }
}
