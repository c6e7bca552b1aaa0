package tribune.trail.jdbc;

import java.nio.file.Path;
import java.util.function.LongConsumer;
import tribune.trail.Copied;
import tribune.trail.Trail;
import tribune.trail.TrailSetup;
import tribune.trail.Trails;

/**
 * The trail of one home directory on this machine: the files {@code trail/journal}, {@code
 * trail/index.mv.db} and {@code trail/lock} in it, which only their owner can read.
 */
public final class HomeTrail {
  private HomeTrail() {}

  /**
   * Opens the trail of this home, and begins one if there is none. When this returns, everything
   * that was ever acknowledged is there and can be queried. Close it to let others in.
   *
   * @param home made if it is not there
   * @throws tribune.trail.TrailHeld if another process, or another part of this one, has it open
   * @throws tribune.trail.TrailUnsound if it is not what was written
   * @throws tribune.trail.NoRoomLeft if it is new and the disk is nearly full
   * @throws tribune.trail.TrailStopped if the disk fails
   * @throws java.io.UncheckedIOException if the home cannot be read or written
   * @throws IllegalArgumentException if the path holds a semicolon, which H2 would take for the
   *     beginning of its settings
   */
  public static Trail open(Path home, TrailSetup setup) {
    requirePlain(home);
    return Trails.inHome(home, setup, new H2Store());
  }

  /**
   * Opens the trail of this home, which has one; if another process has it open, to read what that
   * one has recorded until now.
   *
   * @throws tribune.trail.TrailHeld if another process is about to begin it
   */
  public static Trail openToRead(Path home, TrailSetup setup) {
    requirePlain(home);
    return Trails.toReadInHome(home, setup, new H2Store());
  }

  /** Opens the trail of this home, which has one, with an index built anew from the journal. */
  public static Trail rebuild(Path home, TrailSetup setup) {
    requirePlain(home);
    return Trails.rebuiltInHome(home, setup, new H2Store());
  }

  /** Whether a trail was begun in this home; opens nothing. */
  public static boolean exists(Path home) {
    return Trails.isInHome(home);
  }

  /**
   * Copies a trail into a home that has none: records byte for byte, root unchanged, both verified.
   *
   * @throws tribune.trail.StoreRefused if there is a trail already, or the source grew meanwhile
   */
  public static Copied copy(Trail source, Path home, TrailSetup setup) {
    return copy(source, home, setup, copied -> {});
  }

  /**
   * The same.
   *
   * @param progress told how many records are copied, after each page; may throw to stop
   */
  public static Copied copy(Trail source, Path home, TrailSetup setup, LongConsumer progress) {
    requirePlain(home);
    return Trails.copyToHome(source, home, setup, new H2Store(), progress);
  }

  private static void requirePlain(Path home) {
    if (home.toAbsolutePath().toString().indexOf(';') >= 0) {
      throw new IllegalArgumentException(
          "a home may not have a semicolon in its path, found " + home + "; use another directory");
    }
  }
}
