package tribune.trail;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a trail is opened with.
 *
 * @param clock read once for each record
 * @param random makes the salts, and the origin name of a new trail
 * @param actor who opens it; stands in the records that the trail writes of itself
 * @param engine the versions that stand in those records
 * @param holder what another process is told while this one has the trail open
 * @param patience how long to wait for another process to let go
 * @param reserveBytes how much room the disk must keep
 * @param disk where the journal is kept
 * @param keys where the signing key is kept; by default with the journal, and if there is none,
 *     nowhere
 */
public record TrailSetup(
    Clock clock,
    SecureRandom random,
    Actor actor,
    EngineRef engine,
    Holder holder,
    Duration patience,
    long reserveBytes,
    Disk disk,
    Optional<KeyPlace> keys) {
  /** How long {@link #of} waits for another process. */
  public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(2);

  /** How much room {@link #of} leaves on the disk. */
  public static final long DEFAULT_RESERVE_BYTES = 16L * 1024 * 1024;

  public TrailSetup {
    requireNonNull(clock, "clock");
    requireNonNull(random, "random");
    requireNonNull(actor, "actor");
    requireNonNull(engine, "engine");
    requireNonNull(holder, "holder");
    requireNonNull(patience, "patience");
    requireNonNull(disk, "disk");
    requireNonNull(keys, "keys");
  }

  /**
   * The usual setup.
   *
   * @param pid of this process
   * @param command what it was told to do
   */
  public static TrailSetup of(
      Clock clock, SecureRandom random, Actor actor, EngineRef engine, long pid, String command) {
    return new TrailSetup(
        clock,
        random,
        actor,
        engine,
        new Holder(pid, actor.host(), clock.instant(), command),
        DEFAULT_PATIENCE,
        DEFAULT_RESERVE_BYTES,
        Disk.ofThisMachine(),
        Optional.empty());
  }

  /** A name for a new trail, which no other has. */
  String newOrigin() {
    byte[] bytes = new byte[4];
    random.nextBytes(bytes);
    return "tribune.local/" + HexFormat.of().formatHex(bytes);
  }

  public TrailSetup withPatience(Duration other) {
    return new TrailSetup(clock, random, actor, engine, holder, other, reserveBytes, disk, keys);
  }

  public TrailSetup withReserveBytes(long other) {
    return new TrailSetup(clock, random, actor, engine, holder, patience, other, disk, keys);
  }

  public TrailSetup withDisk(Disk other) {
    return new TrailSetup(
        clock, random, actor, engine, holder, patience, reserveBytes, other, keys);
  }

  public TrailSetup withKeys(KeyPlace place) {
    return new TrailSetup(
        clock, random, actor, engine, holder, patience, reserveBytes, disk, Optional.of(place));
  }
}
