package tribune.trail;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Opens trails, whatever they are kept in. */
public final class Trails {
  private Trails() {}

  /**
   * Opens the trail of a home, a journal and its index, and begins one if there is none. When this
   * returns, everything that was ever acknowledged is there and can be queried.
   *
   * @param home a directory; made, for its owner only, if it is not there
   * @throws TrailHeld if another process has it open
   * @throws TrailUnsound if journal and index are not what was written
   * @throws TrailStopped if the disk fails at once
   * @throws java.io.UncheckedIOException if the home cannot be read or written
   */
  public static Trail inHome(Path home, TrailSetup setup, TrailIndex.Store store) {
    return SequencedTrail.open(new Opener(home, setup, store)::open, setup.random());
  }

  /**
   * Opens the trail of a home, or, if another process has it open, all that is recorded in it now,
   * to be read only: {@link Trail#held} says so. That takes as long as building an index anew, and
   * the room of one in the directory for temporary files; in the home nothing is written.
   *
   * @param home one that has a trail
   * @throws TrailHeld if the other process has recorded nothing yet
   */
  public static Trail toReadInHome(Path home, TrailSetup setup, TrailIndex.Store store) {
    try {
      return inHome(home, setup, store);
    } catch (TrailHeld held) {
      return SequencedTrail.open(new HeldOpener(home, setup, store, held)::open, setup.random());
    }
  }

  /**
   * Opens the trail of a home with an index that is built anew from the journal; the one before is
   * put aside.
   */
  public static Trail rebuiltInHome(Path home, TrailSetup setup, TrailIndex.Store store) {
    return SequencedTrail.open(new Opener(home, setup, store)::openRebuilt, setup.random());
  }

  /** Whether a trail was begun in this home; opens nothing. */
  public static boolean isInHome(Path home) {
    return Opener.exists(home);
  }

  /**
   * Opens the trail that is this database, and begins it if it has no record. Other processes may
   * have it open too.
   *
   * @param database connects to it
   * @throws StoreRefused if the database cannot be used as it is
   * @throws TrailUnsound if the end of the trail is not what was written
   * @throws TrailStopped if the database fails
   */
  public static Trail inDatabase(Supplier<TrailDatabase> database, TrailSetup setup) {
    return SequencedTrail.open(new DatabaseOpener(database, setup)::open, setup.random());
  }

  /** The same, but if the database has no record, the trail is not begun. */
  public static Optional<Trail> inDatabaseIfBegun(
      Supplier<TrailDatabase> database, TrailSetup setup) {
    TrailDatabase connected = DatabaseOpener.connected(database);
    if (new DatabaseStore(connected).head().size() == 0) {
      connected.close();
      return Optional.empty();
    }
    return Optional.of(inDatabase(() -> connected, setup));
  }

  /**
   * Copies a trail into a database that holds no record, byte for byte: all of it or nothing. Both
   * are verified, the one before and the other after.
   *
   * @param source one that was opened here
   * @param progress told how many records are copied, after each page; may throw to stop, and then
   *     nothing is
   * @throws StoreRefused if the database holds records, or the source grew meanwhile
   * @throws TrailUnsound if one of the two is not sound
   */
  public static Copied copyToDatabase(
      Trail source, Supplier<TrailDatabase> database, LongConsumer progress) {
    try (CopyTarget target = new DatabaseTarget(DatabaseOpener.connected(database))) {
      return new TrailCopy(source).to(target, progress);
    }
  }

  /**
   * Copies a trail into a home that has none, likewise.
   *
   * @param home made if it is not there
   * @throws java.io.UncheckedIOException if the home cannot be read or written
   */
  public static Copied copyToHome(
      Trail source, Path home, TrailSetup setup, TrailIndex.Store store, LongConsumer progress) {
    try (CopyTarget target = new HomeTarget(home, setup, store)) {
      return new TrailCopy(source).to(target, progress);
    }
  }
}
