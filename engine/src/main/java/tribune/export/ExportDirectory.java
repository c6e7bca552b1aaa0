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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tribune.trail.HomeFiles;

/**
 * A directory that is there once it is whole: written beside its place, under a name that begins
 * with a dot, and moved there in one step. Files and names are on the disk before that. Only its
 * owner can read it. Used by one thread.
 */
final class ExportDirectory implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path place;
  private final Path beside;
  private final List<FileEntry> entries = new ArrayList<>();
  private final List<ExportFile> open = new ArrayList<>();

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

  /**
   * Where the files of a format go.
   *
   * @param format empty for what every export has
   * @param pieces that are listed beside each file
   */
  ExportFiles of(String format, Pieces pieces) {
    return path -> listed(path, format, pieces);
  }

  /** A new file in it, and the list of its pieces. */
  private ExportFile listed(String name, String format, Pieces pieces) throws IOException {
    Optional<String> list = pieces.listOf(name);
    if (list.isEmpty()) {
      return file(name, format);
    }
    OutputStream out = new ListedOutput(onDisk(name), pieces, file(list.get(), format));
    return opened(new ExportFile(name, format, out, entries::add));
  }

  /** A new file in it. */
  private ExportFile file(String name, String format) throws IOException {
    return opened(new ExportFile(name, format, onDisk(name), entries::add));
  }

  private ExportFile opened(ExportFile file) {
    open.removeIf(ExportFile::isClosed);
    open.add(file);
    return file;
  }

  /** What is written there is on the disk when it is closed. */
  private OutputStream onDisk(String name) throws IOException {
    Path path = beside.resolve(name);
    Files.createDirectories(requireNonNull(path.getParent(), "a file within"));
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER) {
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
    try (ExportFile file = file(name, "")) {
      file.write(bytes);
    }
  }

  /** The files that were written so far. */
  List<FileEntry> entries() {
    return List.copyOf(entries);
  }

  /** Puts it in its place. */
  void publish() throws IOException {
    requireFree(place);
    syncNames();
    Files.deleteIfExists(place);
    Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
    HomeFiles.syncDirectory(requireNonNull(place.getParent(), "a place below the root"));
  }

  private void syncNames() throws IOException {
    try (Stream<Path> all = Files.walk(beside)) {
      for (Path directory : all.filter(Files::isDirectory).toList()) {
        HomeFiles.syncDirectory(directory);
      }
    }
  }

  /** Removes what was not published. */
  @Override
  public void close() throws IOException {
    for (ExportFile file : open) {
      closed(file);
    }
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

  /**
   * What was published is closed already; of the rest nothing is kept, whether it can be written or
   * not.
   */
  private static void closed(ExportFile file) {
    try {
      file.close();
    } catch (IOException e) {
      return; // it is removed with the others
    }
  }
}
