package tribune.trail;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A journal without a disk. */
final class MemoryFile implements JournalFile {
  private byte[] bytes;
  private long usableBytes = Long.MAX_VALUE / 2;

  MemoryFile(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  byte[] bytes() {
    return bytes.clone();
  }

  void leave(long left) {
    usableBytes = left;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public int read(ByteBuffer into, long position) {
    int count = (int) Math.min(into.remaining(), bytes.length - position);
    if (count <= 0) {
      return -1;
    }
    into.put(bytes, (int) position, count);
    return count;
  }

  @Override
  public void write(ByteBuffer from, long position) {
    int end = (int) position + from.remaining();
    bytes = end > bytes.length ? Arrays.copyOf(bytes, end) : bytes;
    from.get(bytes, (int) position, from.remaining());
  }

  @Override
  public void force() {}

  @Override
  public void truncate(long size) {
    bytes = Arrays.copyOf(bytes, (int) Math.min(size, bytes.length));
  }

  @Override
  public long usableBytes() {
    return usableBytes;
  }

  @Override
  public void close() {}
}
