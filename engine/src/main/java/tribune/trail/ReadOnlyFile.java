package tribune.trail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A journal that another process writes. */
final class ReadOnlyFile implements JournalFile {
  private final FileChannel channel;

  private ReadOnlyFile(FileChannel channel) {
    this.channel = channel;
  }

  static JournalFile open(Path file) throws IOException {
    return new ReadOnlyFile(FileChannel.open(file, StandardOpenOption.READ));
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public int read(ByteBuffer into, long position) throws IOException {
    return channel.read(into, position);
  }

  @Override
  public void write(ByteBuffer bytes, long position) {
    throw new NonWritableChannelException();
  }

  /** What the other process has written and not synced yet must not be shown before it is safe. */
  @Override
  public void force() throws IOException {
    channel.force(false);
  }

  @Override
  public void truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public long usableBytes() {
    return 0;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
