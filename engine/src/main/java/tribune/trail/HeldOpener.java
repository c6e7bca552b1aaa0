package tribune.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens the trail of a home that another process has open, to read it as it is now. The index is
 * that process's own, so another one is built from the journal in a directory for temporary files,
 * in the same way as one that was lost. Nothing in the home is written. Used once, by the trail's
 * thread.
 */
final class HeldOpener {
  private final Path directory;
  private final TrailSetup setup;
  private final TrailIndex.Store store;
  private final TrailHeld held;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  HeldOpener(Path home, TrailSetup setup, TrailIndex.Store store, TrailHeld held) {
    this.directory = Opener.directory(home);
    this.setup = setup;
    this.store = store;
    this.held = held;
  }

  /**
   * @throws TrailHeld if the other process has recorded nothing yet
   * @throws StoreRefused if there is no room for another index
   */
  OpenParts open() throws IOException {
    try {
      Journal journal = journal();
      TrailIndex index = index();
      Reconciliation.Settled found =
          new Reconciliation(journal, index).look().orElseThrow(() -> held);
      JournalStore kept = new JournalStore(journal, index, found.end(), Optional.of(held));
      KeyPlace place = setup.keys().orElse(new KeyPlace.At(directory.resolve(KeyFile.NAME)));
      TrailKey key = new TrailKey(Optional.of(place), setup.random());
      String origin = found.end().origin();
      key.readFor(origin, index.newestCheckpoint().map(StoredCheckpoint::key));
      Committer committer = new Committer(kept, setup.clock(), origin, key);
      return new OpenParts(kept, committer, key, found.opening(), opened);
    } catch (StoreFailure e) {
      OpenParts.close(opened);
      throw noRoom(e);
    } catch (IOException | RuntimeException | Error e) {
      OpenParts.close(opened);
      throw e;
    }
  }

  private Journal journal() throws IOException {
    Path file = Opener.journalFile(directory);
    Journal journal = new Journal(file, ReadOnlyFile.open(file), 0);
    opened.push(journal);
    return journal;
  }

  private TrailIndex index() throws IOException {
    try {
      Path place = Files.createTempDirectory("tribune-reading-");
      opened.push(() -> delete(place));
      TrailIndex index = store.open(place);
      opened.push(index);
      return index;
    } catch (IOException | UncheckedIOException e) {
      throw noRoom(e);
    }
  }

  /** Nothing in the home was written, and nothing is wrong with it. */
  private StoreRefused noRoom(Exception cause) {
    return new StoreRefused(noRoom(held, cause), cause);
  }

  /** What to do when the other index cannot be kept, now or later. */
  static String noRoom(TrailHeld held, Exception cause) {
    return held.holder().map(Holder::toString).orElse("another process")
        + " has the trail open, and to read it meanwhile, an index is built in the directory for"
        + " temporary files, which failed ("
        + (cause instanceof StoreFailure ? cause.getMessage() : cause)
        + "); free space there, or name another directory with"
        + " TRIBUNE_JAVA_OPTS=-Djava.io.tmpdir=DIR, or wait until that process ends";
  }

  private static void delete(Path place) {
    try (Stream<Path> files = Files.walk(place)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
