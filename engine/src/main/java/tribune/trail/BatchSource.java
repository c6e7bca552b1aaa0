package tribune.trail;

import java.io.IOException;
import java.util.Optional;

/**
 * The batches of a trail in order, each checked in itself and against those before it. Used by one
 * thread.
 */
interface BatchSource {
  /**
   * The next batch; empty after the last.
   *
   * @throws TrailUnsound if a record is not what was written, or the last ones are missing
   */
  Optional<Batch> next() throws IOException;

  /** What the record after those read so far has to follow. */
  TrailEnd end();
}
