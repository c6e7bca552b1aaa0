package tribune.trail;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A database to be verified.
 *
 * @param database a snapshot, or one that nobody else writes to
 */
record DatabaseParts(
    TrailDatabase database, Start start, Head goal, Optional<String> key, Runnable closing)
    implements VerifierParts {
  @Override
  public TrailTables tables() {
    return database;
  }

  @Override
  public OptionalLong signed() {
    return OptionalLong.of(database.signed());
  }

  @Override
  public Blocks blocks() {
    return Blocks.ofTables(database, start.size(), goal.size());
  }

  @Override
  public BatchSource source(Stretches stretches, Desk desk) {
    return new RowSource(database, goal, start.end(), stretches::next, desk);
  }

  @Override
  public void close() {
    closing.run();
  }
}
