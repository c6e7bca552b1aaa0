package tribune.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A home that a trail is copied into: beside the place of its trail first, then moved there in one
 * step. A copy that was cut short leaves a directory {@code copying-...} that nothing reads.
 */
final class HomeTarget implements CopyTarget {
  private final Path home;
  private final Path beside;
  private final OpenParts parts;

  HomeTarget(Path home, TrailSetup setup, TrailIndex.Store store) {
    this.home = home.toAbsolutePath().normalize();
    requireEmpty(Opener.directory(this.home));
    try {
      HomeFiles.makeDirectory(this.home);
      this.beside = Files.createTempDirectory(this.home, "copying-");
      this.parts = new Opener(beside, setup, store).openAsItIs();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireEmpty(Path trail) {
    if (Files.exists(trail)) {
      throw new StoreRefused(
          "refused, nothing was copied: "
              + trail
              + " is there already, expected a home without a trail; copy into another one",
          null);
    }
  }

  @Override
  public void add(Batch batch, TrailEnd end) {
    parts.store().keep(batch, end);
    parts.store().tables();
  }

  @Override
  public Soundness verify(Head goal) {
    try {
      return parts.store().verifier(Optional.empty(), Optional.empty()).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void publish() {
    parts.close();
    try {
      Files.move(Opener.directory(beside), Opener.directory(home), StandardCopyOption.ATOMIC_MOVE);
      HomeFiles.syncDirectory(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    parts.close();
    try (Stream<Path> left = Files.walk(beside)) {
      for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
