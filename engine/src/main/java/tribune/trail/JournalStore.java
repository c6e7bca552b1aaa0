package tribune.trail;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tribune.proof.checkpoint.SignedCheckpoint;

/**
 * A journal and its index: journal, sync, index.
 *
 * <p>The journal alone decides. A failure of it stops the writer for good, because it is not
 * certain any more what is on the disk. A failure of the index after the sync takes nothing back:
 * nothing more is written or queried, and the next opening catches up.
 */
final class JournalStore implements TrailStore {
  private final Journal journal;
  private final TrailIndex index;
  private final Optional<TrailHeld> held;
  private TrailEnd end;
  private @Nullable TrailStopped behind;

  /**
   * @param held why nothing can be recorded, if this only reads what another process records
   */
  JournalStore(Journal journal, TrailIndex index, TrailEnd end, Optional<TrailHeld> held) {
    this.journal = journal;
    this.index = index;
    this.end = end;
    this.held = held;
  }

  @Override
  public Optional<TrailHeld> held() {
    return held;
  }

  @Override
  public TrailEnd begin() {
    if (held.isPresent()) {
      throw held.get();
    }
    requireIndexed();
    return end;
  }

  @Override
  public void keep(Batch batch, TrailEnd after) {
    append(Journal.encode(batch, journal.end()));
    end = after;
    try {
      index.add(List.of(batch), journal.end());
    } catch (RuntimeException e) {
      behind = TrailStopped.onDisk("everything is recorded, but the index could not be written", e);
    }
  }

  private void append(byte[] batch) {
    try {
      journal.append(batch);
    } catch (NoRoomLeft e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw TrailStopped.onDisk("the journal could not be written", e);
    }
  }

  /** One process has a home; nobody is kept out. */
  @Override
  public void release() {}

  @Override
  public Head head() {
    return end.head();
  }

  @Override
  public String origin() {
    return end.origin();
  }

  @Override
  public TrailTables tables() {
    requireIndexed();
    return index;
  }

  private void requireIndexed() {
    if (behind != null) {
      throw behind;
    }
  }

  @Override
  public Verifier verifier(Optional<SignedCheckpoint> since, Optional<String> key)
      throws IOException {
    Mark mark = new Mark(end.head(), journal.end());
    return new Verifier(
        since.isPresent()
            ? JournalParts.since(since.get(), journal, index, mark, key)
            : JournalParts.ofAll(journal, index, mark, key));
  }

  @Override
  public RowSource rows() {
    return RowSource.ofAll(tables(), end.head());
  }

  @Override
  public boolean isReachable() {
    return behind == null;
  }

  @Override
  public TrailStopped failed(StoreFailure failure) {
    if (held.isPresent()) {
      return TrailStopped.whileReading(HeldOpener.noRoom(held.get(), failure), failure);
    }
    return TrailStopped.onDisk(
        "the index could not be read; it can be built anew with `trail rebuild`", failure);
  }
}
