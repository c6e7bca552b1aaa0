package tribune.trail.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import tribune.trail.Disk;
import tribune.trail.JournalFile;

/**
 * A disk that syncs, says so on standard output, and never returns: now the process can be killed.
 */
record DiskThatStopsAfterSync(Disk real) implements Disk {
  static final String SYNCED = "synced";

  @Override
  public JournalFile open(Path file) throws IOException {
    return new Stopping(real.open(file));
  }

  private record Stopping(JournalFile real) implements JournalFile {
    @Override
    public long size() throws IOException {
      return real.size();
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
      return real.read(into, position);
    }

    @Override
    public void write(ByteBuffer bytes, long position) throws IOException {
      real.write(bytes, position);
    }

    @Override
    public void force() throws IOException {
      real.force();
      System.out.println(SYNCED);
      System.out.flush();
      while (true) {
        try {
          Thread.sleep(60_000);
        } catch (InterruptedException e) {
          throw new AssertionError("nobody interrupts the thread of a trail", e);
        }
      }
    }

    @Override
    public void truncate(long size) throws IOException {
      real.truncate(size);
    }

    @Override
    public long usableBytes() throws IOException {
      return real.usableBytes();
    }

    @Override
    public void close() throws IOException {
      real.close();
    }
  }
}
