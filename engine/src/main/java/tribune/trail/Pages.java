package tribune.trail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Records read page by page, as they are asked for. Used by one thread. */
final class Pages implements Iterator<StoredRecord> {
  /** How many records a page has. */
  static final int SIZE = 100;

  private final LongFunction<List<StoredRecord>> pageAfter;
  private final Deque<StoredRecord> page = new ArrayDeque<>();
  private long place;
  private boolean ended;

  private Pages(long place, LongFunction<List<StoredRecord>> pageAfter) {
    this.place = place;
    this.pageAfter = pageAfter;
  }

  /**
   * All pages in one stream.
   *
   * @param place where to begin
   * @param pageAfter the page that follows a place, which is the number of the last record that was
   *     returned; empty after the last page
   */
  static Stream<StoredRecord> stream(long place, LongFunction<List<StoredRecord>> pageAfter) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            new Pages(place, pageAfter), Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  @Override
  public boolean hasNext() {
    if (page.isEmpty() && !ended) {
      page.addAll(pageAfter.apply(place));
      ended = page.isEmpty();
    }
    return !page.isEmpty();
  }

  @Override
  public StoredRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    StoredRecord record = page.remove();
    place = record.seq();
    return record;
  }
}
