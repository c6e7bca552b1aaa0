package tribune.anchor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tribune.proof.ProofRefused;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.trail.FileNames;
import tribune.trail.HomeFiles;
import tribune.trail.TrailUnsound;
import tribune.trail.Unsoundness;

/**
 * The files that a user keeps of trails, a directory for each by its origin:
 *
 * <pre>
 * ORIGIN/kept                  the newest checkpoint
 * ORIGIN/days/2026-11-22       the last one of each day before
 * ORIGIN/cosigned/SIZE         checkpoints that witnesses cosigned
 * places/PLACE                 which trail was last seen in a home or a database
 * </pre>
 *
 * <p>All methods throw {@link UncheckedIOException} when files cannot be read or written, and
 * {@link TrailUnsound} when one is damaged. Safe for use by several threads and processes.
 */
final class TrustDirectory {
  private static final Object ONE_AT_A_TIME = new Object();

  private final Path directory;

  TrustDirectory(Path directory) {
    this.directory = directory;
  }

  Path keptFile(String origin) {
    return of(origin).resolve("kept");
  }

  Path placeFile(String place) {
    return directory.resolve("places").resolve(FileNames.of(place));
  }

  Optional<KeptCheckpoint> kept(String origin) {
    return read(keptFile(origin)).map(bytes -> parsed(keptFile(origin), bytes));
  }

  /** Puts this in the place of what was kept, of which the last of each day stays. */
  void keep(Optional<KeptCheckpoint> before, KeptCheckpoint now) {
    String origin = now.claimed().origin();
    before
        .filter(old -> !day(old).equals(day(now)))
        .ifPresent(
            old -> write(of(origin).resolve("days").resolve(day(old).toString()), old.bytes()));
    write(keptFile(origin), now.bytes());
  }

  private static LocalDate day(KeptCheckpoint kept) {
    return LocalDate.ofInstant(kept.at(), ZoneOffset.UTC);
  }

  /** All that was kept of this trail, the smallest first. */
  List<KeptCheckpoint> all(String origin) {
    List<KeptCheckpoint> all = new ArrayList<>();
    for (Path file : files(of(origin).resolve("days"))) {
      read(file).ifPresent(bytes -> all.add(parsed(file, bytes)));
    }
    kept(origin).ifPresent(all::add);
    all.sort((a, b) -> Long.compare(a.claimed().size(), b.claimed().size()));
    return all;
  }

  void keepCosigned(String origin, long size, byte[] checkpoint) {
    write(of(origin).resolve("cosigned").resolve(Long.toString(size)), checkpoint);
  }

  Optional<SignedCheckpoint> cosigned(String origin, long size) {
    return cosigned(of(origin).resolve("cosigned").resolve(Long.toString(size)));
  }

  /** All cosigned checkpoints; their signatures are not looked at. */
  List<SignedCheckpoint> cosigned(String origin) {
    return files(of(origin).resolve("cosigned")).stream()
        .map(TrustDirectory::cosigned)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<SignedCheckpoint> cosigned(Path file) {
    return read(file).map(bytes -> readable(file, bytes, SignedCheckpoint::parse));
  }

  /** The trail that was last seen in this place. */
  Optional<String> originAt(String place) {
    return read(placeFile(place)).map(bytes -> new String(bytes, UTF_8).strip());
  }

  void seen(String place, String origin) {
    if (!originAt(place).equals(Optional.of(origin))) {
      write(placeFile(place), (origin + "\n").getBytes(UTF_8));
    }
  }

  void forget(String place) {
    try {
      Files.deleteIfExists(placeFile(place));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Does this while no other thread and no other process keeps anything of this trail. */
  <T> T alone(String origin, Supplier<T> work) {
    Path lock = of(origin).resolve("lock");
    synchronized (ONE_AT_A_TIME) {
      try {
        HomeFiles.makeDirectory(of(origin).toAbsolutePath());
        HomeFiles.makeFile(lock);
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
            FileLock held = channel.lock()) {
          if (!held.isValid()) {
            throw new IOException(lock + " could not be locked");
          }
          return work.get();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Path of(String origin) {
    return directory.resolve(FileNames.of(origin));
  }

  private static KeptCheckpoint parsed(Path file, byte[] bytes) {
    return readable(file, bytes, KeptCheckpoint::parse);
  }

  private static <T> T readable(Path file, byte[] bytes, Function<byte[], T> parser) {
    try {
      return parser.apply(bytes);
    } catch (ProofRefused e) {
      throw new TrailUnsound(Unsoundness.ofDamagedKept(file, String.valueOf(e.getMessage())));
    }
  }

  private static Optional<byte[]> read(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, byte[] bytes) {
    try {
      HomeFiles.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
