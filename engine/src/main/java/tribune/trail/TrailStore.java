package tribune.trail;

import java.io.IOException;
import java.util.Optional;
import tribune.proof.checkpoint.SignedCheckpoint;

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
   * Is to read what there is now, and to compare.
   *
   * @param since the checkpoint after which to begin, if not at the first record
   * @param key that of the trail, if it is known
   * @throws TrailUnsound if the trail does not go on from the checkpoint
   */
  Verifier verifier(Optional<SignedCheckpoint> since, Optional<String> key) throws IOException;

  /** All records there are now, as the tables have them. */
  RowSource rows();

  /** Whether it answers. */
  boolean isReachable();

  /** What to say when the tables failed. */
  TrailStopped failed(StoreFailure failure);
}
