package tribune.trail.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tribune.trail.Disk;
import tribune.trail.JournalFile;

/**
 * The disk of this machine, until it is told to fail. It counts what is written, synced and cut
 * off, fails at the n-th of these as told, and knows what a power cut would leave. For one journal.
 */
public final class DiskThatFails implements Disk {
  private volatile boolean syncFails;
  private volatile int bytesWritten = Integer.MAX_VALUE;
  private volatile Runnable beforeSync = () -> {};
  private Optional<Platter> platter = Optional.empty();
  private Optional<Planned> planned = Optional.empty();
  private int operations;

  /** How an operation fails. */
  enum Fault {
    /** The machine loses its power within it. */
    POWER_CUT,
    /** It fails, and all after it. */
    FOR_EVER,
    /** It fails; all after it do what they should, or say so. */
    ONCE,
    /** A write ends half-way, and nothing more can be written. */
    FULL
  }

  private record Planned(int operation, Fault fault) {
    boolean hits(int current, boolean isWrite) {
      return switch (fault) {
        case POWER_CUT, FOR_EVER -> current >= operation;
        case ONCE -> current == operation;
        case FULL -> current >= operation && isWrite;
      };
    }

    IOException failure() {
      return new IOException(
          fault == Fault.FULL ? "No space left on device" : "Input/output error");
    }
  }

  /** From now on, what is written cannot be synced. */
  public void failToSync() {
    syncFails = true;
  }

  /** From now on, a write fails after so many bytes. */
  void failToWriteMoreThan(int bytes) {
    bytesWritten = bytes;
  }

  /** Fails at that write, sync or cut, counted from 1. */
  void failAt(int operation, Fault fault) {
    planned = Optional.of(new Planned(operation, fault));
  }

  /** The same disk, which from now on does what it should. */
  DiskThatFails repaired() {
    DiskThatFails repaired = new DiskThatFails();
    repaired.platter = platter;
    return repaired;
  }

  /** Does this once, when the next sync is asked for. */
  void beforeNextSync(Runnable work) {
    beforeSync = work;
  }

  /** How many writes, syncs and cuts there were. */
  int operations() {
    return operations;
  }

  /** What is on the disk, if the power is cut now. */
  Platter platter() {
    return platter.orElseThrow();
  }

  /** What the file holds now was put there from outside, and is on the disk. */
  void takeAsItIs(Path file) throws IOException {
    platter = Optional.of(new Platter(Files.readAllBytes(file)));
  }

  @Override
  public JournalFile open(Path file) throws IOException {
    if (platter.isEmpty()) {
      takeAsItIs(file);
    }
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
      Optional<Planned> fault = next(true);
      int all = bytes.remaining();
      int written = fault.isPresent() ? all / 2 : Math.min(all, bytesWritten);
      byte[] kept =
          new byte
              [fault.filter(it -> it.fault() == Fault.POWER_CUT).map(it -> all).orElse(written)];
      bytes.duplicate().get(kept);
      platter().write(kept, position);
      file.write(bytes.slice(bytes.position(), written), position);
      if (fault.isPresent()) {
        throw fault.get().failure();
      }
      if (written < all) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public void force() throws IOException {
      Runnable first = beforeSync;
      beforeSync = () -> {};
      first.run();
      Optional<Planned> fault = next(false);
      if (syncFails || fault.isPresent()) {
        fault.filter(it -> it.fault() != Fault.POWER_CUT).ifPresent(it -> platter().forget());
        throw new IOException("Input/output error");
      }
      file.force();
      platter().sync();
    }

    @Override
    public void truncate(long size) throws IOException {
      Optional<Planned> fault = next(false);
      if (fault.filter(it -> it.fault() != Fault.POWER_CUT).isEmpty()) {
        platter().truncate(size);
      }
      if (fault.isPresent()) {
        throw fault.get().failure();
      }
      file.truncate(size);
    }

    private Optional<Planned> next(boolean isWrite) {
      operations++;
      return planned.filter(it -> it.hits(operations, isWrite));
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
