package tribune.trail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Opens all that a trail with a journal consists of, in the one safe order. Used once, by the
 * trail's thread.
 */
final class Opener {
  private final TrailSetup setup;
  private final TrailIndex.Store store;
  private final Path directory;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  Opener(Path home, TrailSetup setup, TrailIndex.Store store) {
    this.setup = setup;
    this.store = store;
    this.directory = directory(home);
  }

  /** Whether a trail was begun in this home. */
  static boolean exists(Path home) {
    return Files.exists(journalFile(directory(home)));
  }

  static Path directory(Path home) {
    return home.toAbsolutePath().normalize().resolve("trail");
  }

  static Path journalFile(Path directory) {
    return directory.resolve("journal");
  }

  /** Opens the trail, and begins it if it is not there. */
  OpenParts open() throws IOException {
    OpenParts parts = openAsItIs();
    try {
      Opening opening = parts.opening();
      if (opening.state() == Opening.State.NEW) {
        parts.committer().write(setup.actor(), new Body.Opened(setup.engine()));
      } else if (opening.cutBytes() > 0) {
        parts
            .committer()
            .write(setup.actor(), new Body.Recovered(setup.engine(), opening.cutBytes()));
      }
      parts.store().tables();
      return parts;
    } catch (RuntimeException | Error e) {
      parts.close();
      throw e;
    }
  }

  /** The same, but the index is built anew, whatever it was like. */
  OpenParts openRebuilt() throws IOException {
    HomeFiles.makeDirectory(directory);
    HomeLock held = HomeLock.take(directory, setup.holder(), setup.patience());
    try {
      store.setAside(directory);
    } finally {
      held.close();
    }
    return open();
  }

  /** The same, but writes no record. */
  OpenParts openAsItIs() throws IOException {
    try {
      HomeFiles.makeDirectory(directory);
      opened.push(HomeLock.take(directory, setup.holder(), setup.patience()));
      Journal journal = journal();
      return settled(journal);
    } catch (IOException | RuntimeException | Error e) {
      OpenParts.close(opened);
      throw e;
    }
  }

  private Journal journal() throws IOException {
    Path file = journalFile(directory);
    HomeFiles.makeFile(file);
    Journal journal = new Journal(file, setup.disk().open(file), setup.reserveBytes());
    opened.push(journal);
    return journal;
  }

  /** An index that cannot be read is no loss: it is put aside and built anew. */
  private OpenParts settled(Journal journal) throws IOException {
    try {
      return settled(journal, index());
    } catch (StoreFailure e) {
      if (opened.peek() instanceof TrailIndex broken) {
        opened.pop();
        broken.close();
      }
      store.setAside(directory);
      return settled(journal, index());
    }
  }

  private String origin(TrailEnd end, KeyPlace place) {
    if (end.log() != null) {
      return end.log();
    }
    String fresh = setup.newOrigin();
    return TrailKey.origin(new KeyFile(place.file(fresh)), fresh);
  }

  private TrailIndex index() {
    try {
      TrailIndex index = store.open(directory);
      opened.push(index);
      return index;
    } catch (TrailIndex.IndexHeld e) {
      throw new TrailHeld(directory, Optional.empty());
    }
  }

  private OpenParts settled(Journal journal, TrailIndex index) throws IOException {
    Reconciliation.Settled settled = new Reconciliation(journal, index).settle();
    JournalStore kept = new JournalStore(journal, index, settled.end(), Optional.empty());
    KeyPlace place = setup.keys().orElse(new KeyPlace.At(directory.resolve(KeyFile.NAME)));
    TrailKey key = new TrailKey(Optional.of(place), setup.random());
    String origin = origin(settled.end(), place);
    key.belongTo(origin, index.newestCheckpoint().map(StoredCheckpoint::key));
    Committer committer = new Committer(kept, setup.clock(), origin, key);
    return new OpenParts(kept, committer, key, settled.opening(), opened);
  }
}
