package tribune.trail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** Opens a trail that is a database. Used once, by the trail's thread. */
final class DatabaseOpener {
  private final Supplier<TrailDatabase> database;
  private final TrailSetup setup;

  /**
   * @param database connects to it
   */
  DatabaseOpener(Supplier<TrailDatabase> database, TrailSetup setup) {
    this.database = database;
    this.setup = setup;
  }

  OpenParts open() {
    Deque<AutoCloseable> opened = new ArrayDeque<>();
    try {
      TrailDatabase connected = connected(database);
      opened.push(connected);
      DatabaseStore store = new DatabaseStore(connected);
      Head found = store.look();
      String fresh = setup.newOrigin();
      String origin =
          setup
              .keys()
              .map(place -> TrailKey.origin(new KeyFile(place.file(fresh)), fresh))
              .orElse(fresh);
      TrailKey key = new TrailKey(setup.keys(), setup.random());
      Committer committer = new Committer(store, setup.clock(), origin, key);
      boolean isNew = found.size() == 0 && begins(committer, store);
      key.belongTo(store.origin(), store.newestKey());
      Opening.State state = isNew ? Opening.State.NEW : Opening.State.INDEXED;
      return new OpenParts(store, committer, key, new Opening(state, 0, 0), opened);
    } catch (RuntimeException | Error e) {
      OpenParts.close(opened);
      throw e;
    }
  }

  static TrailDatabase connected(Supplier<TrailDatabase> database) {
    try {
      return database.get();
    } catch (StoreFailure e) {
      throw TrailStopped.inDatabase(e);
    }
  }

  /** Of several processes that find the trail without a record, one begins it. */
  private boolean begins(Committer committer, DatabaseStore store) {
    try {
      committer.write(setup.actor(), new Body.Opened(setup.engine()));
      return true;
    } catch (IllegalArgumentException e) {
      if (store.look().size() == 0) {
        throw e;
      }
      return false;
    }
  }
}
