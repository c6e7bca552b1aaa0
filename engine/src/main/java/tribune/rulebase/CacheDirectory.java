package tribune.rulebase;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sealed entries in a directory that only its owner may write, at most as many as the {@link
 * CacheLimit} says. The time of a file is when its entry was used last. Any process may take an
 * entry away at any time: an entry is read as a whole before it is used, and one that is gone is
 * made anew. Safe for use by several threads and processes.
 */
final class CacheDirectory {
  private static final String ENTRY = ".rules";
  private static final String PART = ".part";

  private final Path directory;
  private final Supplier<SecureRandom> random;
  private final Clock clock;
  private final CacheLimit limit;

  /** A file of the cache as it was found. */
  private record Found(Path file, long bytes, Instant time) {
    boolean isEntry() {
      return file.toString().endsWith(ENTRY);
    }
  }

  CacheDirectory(Path directory, Supplier<SecureRandom> random, Clock clock, CacheLimit limit) {
    this.directory = directory;
    this.random = random;
    this.clock = clock;
    this.limit = limit;
  }

  /** What was kept under this key, if this directory's owner sealed it. */
  Optional<byte[]> read(String key) throws IOException {
    Path file = file(key);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > limit.bytes()) {
      return Optional.empty();
    }
    byte[] entry = Files.readAllBytes(file);
    Optional<byte[]> content = CacheSeal.find(directory).flatMap(seal -> seal.open(key, entry));
    if (content.isPresent()) {
      touch(file);
    }
    return content;
  }

  /** Keeps this under a key and takes away what is too much. */
  void write(String key, byte[] content) throws IOException {
    OwnersOnly.createDirectories(directory);
    if (OwnersOnly.canOthersWrite(directory)) {
      return;
    }
    byte[] entry = CacheSeal.findOrMake(directory, random).seal(key, content);
    if (entry.length > limit.bytes()) {
      return;
    }
    Path part = Files.createTempFile(directory, "compiling", PART);
    try {
      Files.write(part, entry);
      Files.move(part, file(key), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
    touch(file(key));
    tidy();
  }

  CacheUse use() {
    try {
      List<Found> entries =
          Files.isDirectory(directory)
              ? found().stream().filter(Found::isEntry).toList()
              : List.of();
      long bytes = entries.stream().mapToLong(Found::bytes).sum();
      return new CacheUse(directory, entries.size(), bytes, trouble());
    } catch (IOException e) {
      return new CacheUse(directory, 0, 0, Optional.of("it cannot be read"));
    }
  }

  private Optional<String> trouble() throws IOException {
    Path there = directory.toAbsolutePath();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there == null || !Files.isDirectory(there) || !Files.isWritable(there)) {
      return Optional.of("it cannot be written");
    }
    return Files.exists(directory) && OwnersOnly.canOthersWrite(directory)
        ? Optional.of("others can write it")
        : Optional.empty();
  }

  /** The order in which entries go; a file system may not keep it, and then any goes first. */
  private void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    } catch (IOException e) {
      return; // it goes before its turn
    }
  }

  /** Takes away the entries that were used longest ago, and what a process left unfinished. */
  private void tidy() throws IOException {
    Instant longAgo = clock.instant().minus(limit.unfinished());
    List<Found> all = found();
    all.sort(Comparator.comparing(Found::time).reversed());
    int entries = 0;
    long bytes = 0;
    for (Found file : all) {
      boolean isTooMuch;
      if (file.isEntry()) {
        entries++;
        bytes += file.bytes();
        isTooMuch = entries > limit.entries() || bytes > limit.bytes();
      } else {
        isTooMuch = file.time().isBefore(longAgo);
      }
      if (isTooMuch) {
        Files.deleteIfExists(file.file());
      }
    }
  }

  /** The files of the cache, without those that other processes take away just now. */
  private List<Found> found() throws IOException {
    List<Found> found = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(directory, "*{" + ENTRY + "," + PART + "}")) {
      for (Path file : files) {
        look(file).ifPresent(found::add);
      }
    } catch (DirectoryIteratorException e) {
      throw new IOException(e);
    }
    return found;
  }

  private static Optional<Found> look(Path file) throws IOException {
    try {
      BasicFileAttributes it =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return it.isRegularFile()
          ? Optional.of(new Found(file, it.size(), it.lastModifiedTime().toInstant()))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private Path file(String key) {
    return directory.resolve(key + ENTRY);
  }
}
