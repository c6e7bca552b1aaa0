package tribune.trail;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The batches of a trail from its first record to its last, each checked in itself and against
 * those before it, together with what the tables have of it. Used by one thread.
 */
interface BatchSource extends AutoCloseable {
  /**
   * The next batch; empty after the last.
   *
   * @throws TrailUnsound if a record is not what was written, or the last ones are missing
   */
  Optional<Batch> next() throws IOException;

  /** What the tables have of the records of the batch that was read last. */
  List<TrailRow> rows(Batch last);

  /** What the record after those read so far has to follow. */
  TrailEnd end();

  @Override
  void close();
}
