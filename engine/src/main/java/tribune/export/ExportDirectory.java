package tribune.export;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory that is there once it is whole: written beside its place, under a name that begins
 * with a dot, and moved there in one step. Only its owner can read it. Used by one thread.
 */
final class ExportDirectory implements AutoCloseable {
  private final Path place;
  private final Path beside;

  private ExportDirectory(Path place, Path beside) {
    this.place = place;
    this.beside = beside;
  }

  /**
   * Begins one.
   *
   * @throws ExportRefused if something is at its place that is no empty directory
   */
  static ExportDirectory begin(Path directory) throws IOException {
    Path place = directory.toAbsolutePath().normalize();
    Path above = place.getParent();
    if (above == null) {
      throw new ExportRefused(directory + " is no place for an export; name a new directory");
    }
    requireFree(place);
    Files.createDirectories(above);
    return new ExportDirectory(
        place, Files.createTempDirectory(above, "." + place.getFileName() + ".unfinished-"));
  }

  private static void requireFree(Path place) throws IOException {
    if (!Files.exists(place)) {
      return;
    }
    boolean isFree = false;
    if (Files.isDirectory(place)) {
      try (Stream<Path> there = Files.list(place)) {
        isFree = there.findAny().isEmpty();
      }
    }
    if (!isFree) {
      throw new ExportRefused(
          place + " is there already and not an empty directory; name a new one");
    }
  }

  /** A new file in it; its bytes are on the disk when it is closed. */
  OutputStream file(String name) throws IOException {
    Path file = beside.resolve(name);
    Files.createDirectories(requireNonNull(file.getParent(), "a file within"));
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16) {
      @Override
      public void close() throws IOException {
        try (channel) {
          flush();
          channel.force(true);
        }
      }
    };
  }

  void write(String name, byte[] bytes) throws IOException {
    try (OutputStream out = file(name)) {
      out.write(bytes);
    }
  }

  /** Puts it in its place. */
  void publish() throws IOException {
    requireFree(place);
    Files.deleteIfExists(place);
    Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes what was not published. */
  @Override
  public void close() throws IOException {
    if (!Files.exists(beside)) {
      return;
    }
    try (Stream<Path> left = Files.walk(beside)) {
      List<Path> deepestFirst = left.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }
}
