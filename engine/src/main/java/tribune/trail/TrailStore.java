package tribune.trail;

import java.util.Optional;

/**
 * What a trail is kept in: that part of committing which differs between a journal and a database.
 * Used by the trail's thread.
 */
interface TrailStore {
  /**
   * What the next record has to follow. From here on nobody else can append, until {@link #keep} or
   * {@link #release}.
   *
   * @throws TrailException if nothing can be appended now
   */
  TrailEnd begin();

  /**
   * Makes this batch durable, all of it or nothing, and lets others in.
   *
   * @param end what has to follow it
   * @throws TrailStopped if it is not certain what is durable
   * @throws TrailException any other if it is certain that nothing of it is
   */
  void keep(Batch batch, TrailEnd end);

  /** Lets others in, if {@link #begin} kept them out. Never throws. */
  void release();

  /** Why nothing can be appended here, ever; empty if it can. */
  default Optional<TrailHeld> held() {
    return Optional.empty();
  }

  /** What is recorded. */
  Head head();

  /** The name of the trail, once it has a record. */
  String origin();

  /**
   * To read.
   *
   * @throws TrailStopped if they lack what was acknowledged, so that nobody is shown an old state
   */
  TrailTables tables();

  /**
   * Reads all there is now, and compares.
   *
   * @param key that of the trail, if it is known
   */
  Verifier verifier(Optional<String> key);

  /** All records there are now, as the tables have them. */
  RowSource rows();

  /** What to say when the tables failed. */
  TrailStopped failed(StoreFailure failure);
}
