package tribune.trail;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The batches of a journal, beside the rows of its index. */
final class JournalSource implements BatchSource {
  private final BatchReader batches;
  private final TrailIndex index;
  private final Mark goal;

  JournalSource(Journal journal, TrailIndex index, Mark goal) {
    this.batches =
        journal.read(Journal.firstBatch(), goal.offset(), TrailEnd.START, hash -> Optional.empty());
    this.index = index;
    this.goal = goal;
  }

  @Override
  public Optional<Batch> next() throws IOException {
    Optional<Batch> batch = batches.next();
    if (batch.isEmpty()) {
      requireGoal();
    }
    return batch;
  }

  private void requireGoal() {
    long reached = end().tree().size();
    if (reached < goal.head().size() || batches.sealedTo() < goal.offset()) {
      throw new TrailUnsound(
          Unsoundness.ofMissingEnd(
              reached,
              "a journal that ends after " + reached + " records",
              goal.head().size() + " records as in the index"));
    }
  }

  @Override
  public List<TrailRow> rows(Batch last) {
    return index.rows(last.before().size(), last.after().size());
  }

  @Override
  public TrailEnd end() {
    return batches.end();
  }

  /** Journal and index belong to the trail, which goes on. */
  @Override
  public void close() {}
}
