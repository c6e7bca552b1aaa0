package tribune.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** A database that a trail is copied into, in one transaction. */
final class DatabaseTarget implements CopyTarget {
  private final TrailDatabase database;

  /**
   * @param database closed with this
   */
  DatabaseTarget(TrailDatabase database) {
    this.database = database;
    try {
      requireEmpty(asked(database::lock));
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private static void requireEmpty(Head head) {
    if (head.size() > 0) {
      throw new StoreRefused(
          "refused, nothing was copied: the database holds a trail already (found "
              + head.size()
              + " records, expected none); copy into another one",
          null);
    }
  }

  @Override
  public void add(Batch batch, TrailEnd end) {
    asked(
        () -> {
          database.add(List.of(batch));
          return end;
        });
  }

  /** Within the transaction, which sees its own rows. */
  @Override
  public Soundness verify(Head goal) {
    return asked(
        () ->
            new Verifier(
                    new DatabaseParts(database, Start.OF_ALL, goal, Optional.empty(), () -> {}))
                .run());
  }

  @Override
  public void publish() {
    asked(
        () -> {
          database.commit();
          return database;
        });
  }

  @Override
  public void close() {
    database.rollBack();
    database.close();
  }

  private static <T> T asked(Callable<T> question) {
    try {
      return question.call();
    } catch (StoreFailure e) {
      throw TrailStopped.inDatabase(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
