package tribune.trail;

import java.util.List;

/**
 * Finds an index that has the head of the journal and lacks rows. So it may be when its process was
 * killed: H2 2.4.240 came back with the head that its last transaction moved, and without other
 * rows of that transaction. It tells no other history, only less of the same, and is built anew.
 */
final class IndexGaps {
  private final TrailIndex index;

  IndexGaps(TrailIndex index) {
    this.index = index;
  }

  /**
   * Counts, which is quick however long the trail is.
   *
   * @throws StoreFailure if records or nodes are missing
   */
  void requireAll(long size) {
    long records = index.countRecords();
    long nodes = index.countNodes();
    long allNodes = size - Long.bitCount(size);
    if (records < size || nodes < allNodes) {
      throw lacking(
          records + " of " + size + " records and " + nodes + " of " + allNodes + " nodes");
    }
  }

  /**
   * Looks at all that a batch put into the index.
   *
   * @throws StoreFailure if something of it is missing
   */
  void requireAllOf(Batch batch) {
    long from = batch.before().size();
    long to = batch.after().size();
    List<TrailRow> rows = index.rows(from, to);
    boolean isWhole =
        rows.size() >= batch.entries().size()
            && index.checkpoints(from, to).size() >= batch.checkpoints().size();
    for (int i = 0; isWhole && i < batch.entries().size(); i++) {
      isWhole = isWhole(rows.get(i), batch.entries().get(i));
    }
    if (!isWhole) {
      throw lacking("only a part of what belongs to records " + from + " to " + (to - 1));
    }
  }

  private static boolean isWhole(TrailRow row, Entry entry) {
    boolean hasPayload = entry.payload() == null || row.payload() != null;
    return hasPayload && entry.projection().audit().stream().allMatch(it -> isIn(row, it));
  }

  private static boolean isIn(TrailRow row, Projection.Audit expected) {
    return row.projection()
        .audit()
        .filter(found -> found.findings().size() >= expected.findings().size())
        .filter(found -> found.departments().size() >= expected.departments().size())
        .isPresent();
  }

  private static StoreFailure lacking(String found) {
    return new StoreFailure("the index of the trail lacks rows: found " + found);
  }
}
