package tribune.trail;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tribune.threads.InOrder;

/**
 * All records from a place on. The thread of the trail reads rows, and another thread makes records
 * of them while those before are in use: that takes longer than reading. Holds two pages. Used by
 * one thread.
 */
final class ReadAhead implements Iterator<StoredRecord> {
  private static final int PAGES = 2;

  private final InOrder<Page, List<StoredRecord>> pages;
  private final LongFunction<Page> pageFrom;
  private Iterator<StoredRecord> page = Collections.emptyIterator();
  private long place;

  private ReadAhead(long place, LongFunction<Page> pageFrom) {
    this.place = place;
    this.pageFrom = pageFrom;
    this.pages = new InOrder<>("tribune-read", 1, PAGES, this::fetch, Page::checked);
  }

  /**
   * Rows as they were read.
   *
   * @param reader checks one, in any thread
   */
  record Page(TableReader reader, List<RecordRow> rows) {
    private List<StoredRecord> checked() {
      return rows.stream().map(reader::checked).toList();
    }
  }

  /**
   * All pages in one stream.
   *
   * @param place of the first record
   * @param pageFrom the page that begins at a place; without rows after the last record
   */
  static Stream<StoredRecord> stream(long place, LongFunction<Page> pageFrom) {
    ReadAhead records = new ReadAhead(place, pageFrom);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(records, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(records.pages::close);
  }

  private Optional<Page> fetch() {
    Page next = pageFrom.apply(place);
    if (next.rows().isEmpty()) {
      return Optional.empty();
    }
    place = next.rows().get(next.rows().size() - 1).seq() + 1;
    return Optional.of(next);
  }

  @Override
  public boolean hasNext() {
    if (!page.hasNext()) {
      page = pages.next().map(List::iterator).orElseGet(Collections::emptyIterator);
    }
    return page.hasNext();
  }

  @Override
  public StoredRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.next();
  }
}
