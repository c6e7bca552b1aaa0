package tribune.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a trail to one opener at a time, in this process and in others. The system frees the lock
 * of a process that dies, so the text of a dead one never blocks anybody; the text only says whom
 * to ask.
 *
 * <p>On POSIX systems a process loses its lock when it closes any other handle on the same file, so
 * within one process the file is not even opened while somebody holds it: {@link #HELD} is asked
 * first.
 */
final class HomeLock implements AutoCloseable {
  /** Far behind the text, so that the text can be read where locks are mandatory. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Map<Path, Holder> HELD = new HashMap<>();

  private final Path directory;
  private final FileChannel channel;

  private HomeLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /**
   * Takes the lock, waiting for another holder at most as long as told.
   *
   * @param directory a directory that is there
   * @throws TrailHeld if another one still has it then
   */
  static HomeLock take(Path directory, Holder holder, Duration wait) throws IOException {
    Path real = directory.toRealPath();
    long start = System.nanoTime();
    while (true) {
      Optional<HomeLock> lock = tryToTake(real, holder);
      if (lock.isPresent()) {
        return lock.get();
      }
      if (System.nanoTime() - start >= wait.toNanos() || !paused()) {
        throw new TrailHeld(directory, holderOf(real));
      }
    }
  }

  private static Optional<HomeLock> tryToTake(Path directory, Holder holder) throws IOException {
    synchronized (HELD) {
      if (HELD.containsKey(directory)) {
        return Optional.empty();
      }
      Path file = directory.resolve("lock");
      HomeFiles.makeFile(file);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        return Optional.empty();
      }
      write(channel, holder);
      HELD.put(directory, holder);
      return Optional.of(new HomeLock(directory, channel));
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    @Nullable FileLock lock = null;
    try {
      lock = channel.tryLock(LOCKED_BYTE, 1, false);
      return lock != null;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static void write(FileChannel channel, Holder holder) throws IOException {
    byte[] text = holder.write().getBytes(UTF_8);
    channel.write(ByteBuffer.wrap(text), 0);
    channel.truncate(text.length);
  }

  private static boolean paused() {
    try {
      Thread.sleep(PAUSE.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Optional<Holder> holderOf(Path directory) throws IOException {
    synchronized (HELD) {
      @Nullable Holder here = HELD.get(directory);
      if (here != null) {
        return Optional.of(here);
      }
      return Holder.read(Files.readString(directory.resolve("lock"), UTF_8));
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      if (channel.isOpen()) {
        HELD.remove(directory);
        channel.close();
      }
    }
  }
}
