package tribune.trail;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tribune.proof.Hash;
import tribune.proof.checkpoint.SignedCheckpoint;

/**
 * A journal to be verified, with its index.
 *
 * @param offset where the journal is read from, in bytes
 * @param mark how far
 */
record JournalParts(
    Journal journal, TrailIndex index, Start start, long offset, Mark mark, Optional<String> key)
    implements VerifierParts {

  /** All of it. */
  static JournalParts ofAll(Journal journal, TrailIndex index, Mark mark, Optional<String> key) {
    return new JournalParts(journal, index, Start.OF_ALL, Journal.firstBatch(), mark, key);
  }

  /**
   * What follows a checkpoint. One that stands within a batch, as in a trail that was copied, has
   * no seal of its own; then everything is read.
   *
   * @throws TrailUnsound if the trail does not go on from it
   */
  static JournalParts since(
      SignedCheckpoint since, Journal journal, TrailIndex index, Mark mark, Optional<String> key)
      throws IOException {
    Start start = Start.after(since, index, mark.head());
    if (start.size() == 0) {
      return ofAll(journal, index, mark, key);
    }
    Optional<Long> offset =
        journal.endOfBatch(new Head(start.size(), start.end().tree().root()), mark.offset());
    return offset.isPresent()
        ? new JournalParts(journal, index, start, offset.get(), mark, key)
        : ofAll(journal, index, mark, key);
  }

  @Override
  public Head goal() {
    return mark.head();
  }

  @Override
  public TrailTables tables() {
    return index;
  }

  @Override
  public OptionalLong signed() {
    return OptionalLong.empty();
  }

  @Override
  public Blocks blocks() {
    return Blocks.ofJournal(
        journal.lines(offset, mark.offset()), index, start.size(), mark.head().size());
  }

  @Override
  public BatchSource source(Stretches stretches, Desk desk) {
    JournalLines lines =
        new JournalLines() {
          @Override
          public Optional<VettedLine> next() {
            return stretches.line();
          }

          /** All of them were sealed. */
          @Override
          public boolean isLastBatch() {
            return false;
          }
        };
    Map<Hash, Optional<RuleBaseRef>> before = new HashMap<>();
    BatchReader batches =
        new BatchReader(
            lines,
            offset,
            start.end(),
            sha256 -> before.computeIfAbsent(sha256, it -> ruleBaseBefore(it, desk)));
    return new BatchSource() {
      @Override
      public Optional<Batch> next() throws IOException {
        Optional<Batch> batch = batches.next();
        if (batch.isEmpty()) {
          requireGoal(batches);
        }
        return batch;
      }

      @Override
      public TrailEnd end() {
        return batches.end();
      }
    };
  }

  /** One that a record before the start brought in: as the index has it, if its files fit. */
  private Optional<RuleBaseRef> ruleBaseBefore(Hash sha256, Desk desk) {
    return start.size() == 0
        ? Optional.empty()
        : desk.ask(() -> index.ruleBase(sha256))
            .filter(found -> found.sha256().equals(sha256))
            .map(StoredRuleBase::ref);
  }

  private void requireGoal(BatchReader batches) {
    long reached = batches.end().tree().size();
    if (reached < mark.head().size() || batches.sealedTo() < mark.offset()) {
      throw new TrailUnsound(
          Unsoundness.ofMissingEnd(
              reached,
              "a journal that ends after " + reached + " records",
              mark.head().size() + " records as in the index"));
    }
  }

  /** Journal and index belong to the trail, which goes on. */
  @Override
  public void close() {}
}
