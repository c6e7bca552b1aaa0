package tribune.trail.jdbc;

import java.util.Optional;
import java.util.function.LongConsumer;
import tribune.trail.Copied;
import tribune.trail.Trail;
import tribune.trail.TrailSetup;
import tribune.trail.Trails;

/**
 * The trail of a PostgreSQL database, for several processes and machines at once. The database is
 * the trail; nothing of it is kept elsewhere.
 */
public final class PostgresTrail {
  private PostgresTrail() {}

  /**
   * Opens the trail of this database, and begins it if it has no record.
   *
   * @throws tribune.trail.StoreRefused if the server cannot be reached, or the database holds no
   *     trail of this version that the role may use
   * @throws tribune.trail.TrailUnsound if the end of the trail is not what was written
   * @throws tribune.trail.TrailStopped if the server fails
   */
  public static Trail open(PostgresAddress address, TrailSetup setup) {
    return Trails.inDatabase(() -> PostgresDatabase.connect(address), setup);
  }

  /** The same, but if it has no record, it is not begun. */
  public static Optional<Trail> openIfBegun(PostgresAddress address, TrailSetup setup) {
    return Trails.inDatabaseIfBegun(() -> PostgresDatabase.connect(address), setup);
  }

  /**
   * Copies a trail into a database that has none: records byte for byte, root unchanged, both
   * verified, in one transaction.
   *
   * @throws tribune.trail.StoreRefused if there is a record already, or the source grew meanwhile
   */
  public static Copied copy(Trail source, PostgresAddress address) {
    return copy(source, address, copied -> {});
  }

  /**
   * The same.
   *
   * @param progress told how many records are copied, after each page; may throw to stop
   */
  public static Copied copy(Trail source, PostgresAddress address, LongConsumer progress) {
    return Trails.copyToDatabase(source, () -> PostgresDatabase.connect(address), progress);
  }

  /**
   * Makes the tables of a trail, or brings them to this version. For the owner of the database;
   * records nothing.
   *
   * @return how many steps were taken; 0 if all was in place
   * @throws tribune.trail.StoreRefused if the server cannot be reached or does not permit it
   */
  public static int prepare(PostgresAddress owner) {
    return new PostgresSchema(owner).migrate();
  }

  /**
   * Gives a role what Tribune needs to record and to read, and no more. For the owner.
   *
   * @param role a role that is there
   */
  public static void grant(PostgresAddress owner, String role) {
    new PostgresSchema(owner).grantTo(role);
  }
}
