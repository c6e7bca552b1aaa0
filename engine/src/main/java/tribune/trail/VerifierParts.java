package tribune.trail;

import java.util.Optional;
import java.util.OptionalLong;

/** What one verification reads. */
interface VerifierParts extends AutoCloseable {
  /** Where it begins. */
  Start start();

  /** How far it goes. */
  Head goal();

  /** What is compared. */
  TrailTables tables();

  /** The key of the trail, if it is known. */
  Optional<String> key();

  /** How many checkpoints there are to be, where the store counts them. */
  OptionalLong signed();

  Blocks blocks();

  /**
   * The batches, put together again.
   *
   * @param desk for what is not among the blocks
   */
  BatchSource source(Stretches stretches, Desk desk);

  @Override
  void close();
}
