package tribune.trail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Opens all that a trail consists of, in the one safe order. Used once, by the trail's thread. */
final class Opener {
  private final TrailSetup setup;
  private final TrailIndex.Store store;
  private final Path directory;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  /** An open trail. */
  record Parts(
      Journal journal,
      TrailIndex index,
      Committer committer,
      Opening opening,
      Deque<AutoCloseable> opened) {
    /** Closes everything, the lock last, whatever fails. */
    void close() {
      Opener.close(opened);
    }
  }

  Opener(Path home, TrailSetup setup, TrailIndex.Store store) {
    this.setup = setup;
    this.store = store;
    this.directory = directory(home);
  }

  /** Whether a trail was begun in this home. */
  static boolean exists(Path home) {
    return Files.exists(journalFile(directory(home)));
  }

  private static Path directory(Path home) {
    return home.toAbsolutePath().normalize().resolve("trail");
  }

  private static Path journalFile(Path directory) {
    return directory.resolve("journal");
  }

  Parts open() throws IOException {
    try {
      HomeFiles.makeDirectory(directory);
      opened.push(HomeLock.take(directory, setup.holder(), setup.patience()));
      Journal journal = journal();
      return settled(journal);
    } catch (IOException | RuntimeException | Error e) {
      close(opened);
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
  private Parts settled(Journal journal) throws IOException {
    try {
      return settled(journal, index());
    } catch (IndexFailure e) {
      if (opened.peek() instanceof TrailIndex broken) {
        opened.pop();
        broken.close();
      }
      store.setAside(directory);
      return settled(journal, index());
    }
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

  private Parts settled(Journal journal, TrailIndex index) throws IOException {
    Reconciliation.Settled settled = new Reconciliation(journal, index).settle();
    Committer committer = new Committer(journal, index, setup.clock(), newOrigin(), settled.end());
    Opening opening = settled.opening();
    if (opening.state() == Opening.State.NEW) {
      write(committer, new Body.Opened(setup.engine()));
    } else if (opening.cutBytes() > 0) {
      write(committer, new Body.Recovered(setup.engine(), opening.cutBytes()));
    }
    committer.requireIndexed();
    return new Parts(journal, index, committer, opening, opened);
  }

  private void write(Committer committer, Body body) {
    Submission submission = new Submission(List.of(Addition.of(setup.actor(), body)));
    committer.commit(List.of(submission));
    try {
      submission.answer().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof TrailException known ? known : e;
    }
  }

  private String newOrigin() {
    byte[] bytes = new byte[4];
    setup.random().nextBytes(bytes);
    return "tribune.local/" + HexFormat.of().formatHex(bytes);
  }

  private static void close(Deque<AutoCloseable> opened) {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        // What was acknowledged is on the disk already; the next opening checks everything.
      }
    }
  }
}
