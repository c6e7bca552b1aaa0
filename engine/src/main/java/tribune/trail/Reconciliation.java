package tribune.trail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings a journal and its index to the same end when a trail is opened. Quick for a long journal:
 * the index says how far it goes, the last batch before that place is compared, and only what
 * follows is read.
 *
 * <p>An index that is behind is caught up, one that is empty is built. An index that is ahead, or
 * that tells another history, is refused: then one of the two was changed by somebody else.
 */
final class Reconciliation {
  private static final int RECORDS_A_TRANSACTION = 500;

  private final Journal journal;
  private final TrailIndex index;
  private final TableReader reader;
  private final IndexGaps gaps;

  /** Where a trail goes on, and how it came there. */
  record Settled(TrailEnd end, Opening opening) {}

  /** Batches that the index does not have yet, and how many records were read with them. */
  private record Unread(List<Batch> last, long records) {}

  Reconciliation(Journal journal, TrailIndex index) {
    this.journal = journal;
    this.index = index;
    this.reader = new TableReader(index);
    this.gaps = new IndexGaps(index);
  }

  /**
   * Compares, catches up, and cuts off what was never finished.
   *
   * @throws TrailUnsound if the two do not belong together
   * @throws StoreFailure if the index cannot be read, or lacks what it had
   */
  Settled settle() throws IOException {
    Optional<Mark> mark = index.mark();
    boolean blank = journal.isBlank();
    if (mark.isPresent()) {
      requireSameHistory(mark.get());
      return catchUp(
          Opening.State.INDEXED, reader.end(mark.get().head().size()), mark.get().offset());
    }
    if (blank) {
      return begin();
    }
    return catchUp(Opening.State.REBUILT, TrailEnd.START, Journal.firstBatch());
  }

  private Settled begin() throws IOException {
    journal.begin();
    return new Settled(TrailEnd.START, new Opening(Opening.State.NEW, 0, 0));
  }

  private void requireSameHistory(Mark mark) throws IOException {
    try {
      requireSameEnd(mark);
    } catch (TrailUnsound e) {
      Soundness all =
          new Verifier(JournalParts.ofAll(journal, index, mark, Optional.empty())).run();
      throw all.fold(sound -> e, unsound -> new TrailUnsound(unsound.first()));
    }
  }

  private void requireSameEnd(Mark mark) throws IOException {
    if (journal.size() < mark.offset()) {
      throw missingEnd(mark, "a journal of " + journal.size() + " bytes");
    }
    JournalLine.SealLine seal =
        journal
            .sealBefore(mark.offset())
            .filter(found -> found.head().equals(mark.head()))
            .orElseThrow(() -> missingEnd(mark, "no such seal there"));
    gaps.requireAll(mark.head().size());
    TrailEnd before = reader.end(seal.first());
    BatchReader batches = journal.read(seal.start(), mark.offset(), before, index::ruleBaseRef);
    Batch last = batches.next().orElseThrow(() -> missingEnd(mark, "no whole batch there"));
    last.entries().forEach(entry -> reader.requireSame(entry.record()));
    gaps.requireAllOf(last);
    reader.requireCheckpoints(last);
    Head stored = reader.end(mark.head().size()).head();
    Mark reached = new Mark(last.after(), batches.sealedTo());
    if (!stored.equals(mark.head()) || !reached.equals(mark)) {
      throw reader.unsound(
          mark.head().size() - 1, "table node", stored.toString(), mark.head().toString());
    }
  }

  private static TrailUnsound missingEnd(Mark mark, String found) {
    return new TrailUnsound(
        Unsoundness.ofMissingEnd(
            mark.head().size() - 1, found, "a seal of " + mark.head() + " at " + mark.offset()));
  }

  private Settled catchUp(Opening.State state, TrailEnd from, long offset) throws IOException {
    BatchReader batches = journal.read(offset, journal.size(), from, index::ruleBaseRef);
    Unread unread = read(batches);
    long cut = journal.size() - batches.sealedTo();
    if (batches.end().tree().size() == 0) {
      return begin();
    }
    if (unread.records() > 0) {
      requireDurable(batches);
    }
    journal.continueFrom(batches.sealedTo());
    index.add(unread.last(), batches.sealedTo());
    return new Settled(batches.end(), new Opening(state, unread.records(), cut));
  }

  /** Puts all batches into the index but the last ones, which are returned. */
  private Unread read(BatchReader batches) throws IOException {
    List<Batch> group = new ArrayList<>();
    long records = 0;
    for (Optional<Batch> next = batches.next(); next.isPresent(); next = batches.next()) {
      if (group.stream().mapToInt(batch -> batch.entries().size()).sum() >= RECORDS_A_TRANSACTION) {
        index.add(group, batches.lastFrom());
        group.clear();
      }
      group.add(next.get());
      records += next.get().entries().size();
    }
    return new Unread(group, records);
  }

  /**
   * All batches but the last were synced before the next was written. The last may be there though
   * its sync failed: before anybody is shown it, and before the index has it, it is written anew.
   */
  private void requireDurable(BatchReader batches) throws IOException {
    journal.rewrite(batches.lastFrom(), batches.sealedTo());
  }

  /**
   * Fills the index, which is empty, from a journal that another process is writing, and changes
   * nothing else. Empty if there is no record yet.
   */
  Optional<Settled> look() throws IOException {
    if (journal.isBlank()) {
      return Optional.empty();
    }
    long size = journal.size();
    journal.sync();
    BatchReader batches =
        journal.read(Journal.firstBatch(), size, TrailEnd.START, index::ruleBaseRef);
    Unread unread = read(batches);
    if (batches.end().tree().size() == 0) {
      return Optional.empty();
    }
    index.add(unread.last(), batches.sealedTo());
    journal.readTo(batches.sealedTo());
    return Optional.of(
        new Settled(batches.end(), new Opening(Opening.State.READ, unread.records(), 0)));
  }
}
