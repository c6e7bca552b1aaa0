package tribune.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tribune.proof.checkpoint.SignedCheckpoint;

/**
 * A database that is the trail. The lock of its head is taken once a batch, and what the batch has
 * to follow is read under it, since other processes may have appended. Any failure of the database
 * stops the writer: a commit whose answer was lost may have been carried out.
 */
final class DatabaseStore implements TrailStore {
  private final TrailDatabase database;
  private TrailEnd end = TrailEnd.START;

  DatabaseStore(TrailDatabase database) {
    this.database = database;
  }

  @Override
  public TrailEnd begin() {
    return asked(
        () -> {
          end = following(database.lock());
          return end;
        });
  }

  /** As long as this process is the only one to write, nothing has to be read. */
  private TrailEnd following(Head head) {
    return head.equals(end.head()) ? end : new TableReader(database).end(head);
  }

  @Override
  public void keep(Batch batch, TrailEnd after) {
    asked(
        () -> {
          database.add(List.of(batch));
          database.commit();
          return after;
        });
    end = after;
  }

  @Override
  public void release() {
    database.rollBack();
  }

  @Override
  public Head head() {
    return asked(database::head);
  }

  /**
   * Reads and checks the end of the trail as it is now.
   *
   * @throws TrailUnsound if it is not what was written; then all was read, and the first bad record
   *     is named
   */
  Head look() {
    return asked(
        () -> {
          try {
            end = following(database.head());
            return end.head();
          } catch (TrailUnsound e) {
            throw first(e);
          }
        });
  }

  private TrailUnsound first(TrailUnsound seen) {
    try (Verifier verifier = verifier(Optional.empty(), Optional.empty())) {
      return verifier.run().fold(sound -> seen, unsound -> new TrailUnsound(unsound.first()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The key that signed the newest checkpoint, unchecked. */
  Optional<String> newestKey() {
    return asked(() -> database.newestCheckpoint().map(StoredCheckpoint::key));
  }

  @Override
  public String origin() {
    return end.origin();
  }

  @Override
  public TrailTables tables() {
    return database;
  }

  @Override
  public Verifier verifier(Optional<SignedCheckpoint> since, Optional<String> key) {
    return asked(
        () -> {
          TrailDatabase snapshot = database.snapshot();
          try {
            Head goal = snapshot.head();
            Start start = since.map(it -> Start.after(it, snapshot, goal)).orElse(Start.OF_ALL);
            return new Verifier(new DatabaseParts(snapshot, start, goal, key, snapshot::close));
          } catch (RuntimeException e) {
            snapshot.close();
            throw e;
          }
        });
  }

  @Override
  public RowSource rows() {
    return asked(
        () -> {
          TrailDatabase snapshot = database.snapshot();
          return RowSource.ofAll(snapshot, snapshot.head());
        });
  }

  @Override
  public boolean isReachable() {
    try {
      database.head();
      return true;
    } catch (StoreFailure | StoreRefused e) {
      return false;
    }
  }

  @Override
  public TrailStopped failed(StoreFailure failure) {
    return TrailStopped.inDatabase(failure);
  }

  private <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (StoreFailure e) {
      throw failed(e);
    }
  }
}
