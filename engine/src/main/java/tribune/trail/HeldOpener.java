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
    Path place = Files.createTempDirectory("tribune-reading-");
    opened.push(() -> delete(place));
    TrailIndex index = store.open(place);
    opened.push(index);
    return index;
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
