package tribune.trail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads lines from one place of a journal up to another. Used by one thread. */
final class LineReader {
  private final JournalFile file;
  private final long end;
  private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024).limit(0);
  private long filled;
  private long position;

  LineReader(JournalFile file, long start, long end) {
    this.file = file;
    this.end = end;
    this.filled = start;
    this.position = start;
  }

  /** Where the next line begins; after the last one, where the bytes without a line feed begin. */
  long position() {
    return position;
  }

  /**
   * The next line without its line feed; empty if there is no more line feed. A line that is longer
   * than any may be is cut there.
   */
  Optional<byte[]> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    while (line.size() <= JournalLine.MAX_BYTES) {
      if (!buffer.hasRemaining() && !fill()) {
        return Optional.empty();
      }
      int from = buffer.position();
      int feed = indexOfFeed();
      line.write(buffer.array(), from, feed - from);
      if (feed < buffer.limit()) {
        buffer.position(feed + 1);
        position += line.size() + 1L;
        return Optional.of(line.toByteArray());
      }
      buffer.position(feed);
    }
    return Optional.of(line.toByteArray());
  }

  private int indexOfFeed() {
    int at = buffer.position();
    while (at < buffer.limit() && buffer.get(at) != '\n') {
      at++;
    }
    return at;
  }

  private boolean fill() throws IOException {
    buffer.clear().limit((int) Math.max(0, Math.min(buffer.capacity(), end - filled)));
    int read = buffer.hasRemaining() ? file.read(buffer, filled) : -1;
    buffer.flip();
    if (read <= 0) {
      return false;
    }
    filled += read;
    return true;
  }
}
