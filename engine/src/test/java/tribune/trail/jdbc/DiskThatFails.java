package tribune.trail.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import tribune.trail.Disk;
import tribune.trail.JournalFile;

/** The disk of this machine, until it is told to fail. */
final class DiskThatFails implements Disk {
  private volatile boolean syncFails;
  private volatile int bytesWritten = Integer.MAX_VALUE;

  /** From now on, what is written cannot be synced. */
  void failToSync() {
    syncFails = true;
  }

  /** From now on, a write fails after so many bytes. */
  void failToWriteMoreThan(int bytes) {
    bytesWritten = bytes;
  }

  @Override
  public JournalFile open(Path file) throws IOException {
    return new Failing(Disk.ofThisMachine().open(file));
  }

  private final class Failing implements JournalFile {
    private final JournalFile file;

    private Failing(JournalFile file) {
      this.file = file;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
      return file.read(into, position);
    }

    @Override
    public void write(ByteBuffer bytes, long position) throws IOException {
      if (bytes.remaining() > bytesWritten) {
        file.write(bytes.slice(bytes.position(), bytesWritten), position);
        throw new IOException("No space left on device");
      }
      file.write(bytes, position);
    }

    @Override
    public void force() throws IOException {
      if (syncFails) {
        throw new IOException("Input/output error");
      }
      file.force();
    }

    @Override
    public void truncate(long size) throws IOException {
      file.truncate(size);
    }

    @Override
    public long usableBytes() throws IOException {
      return file.usableBytes();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
