package tribune.trail;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Makes a journal queryable. It holds nothing that the journal does not hold, and may be behind it
 * but never ahead.
 */
public interface TrailIndex extends TrailTables {
  /** Opens the index of a home. */
  interface Store {
    /**
     * The index in this directory; an empty one if there is none, or if it was made by another
     * version.
     *
     * @throws StoreFailure if what is there cannot be read
     * @throws IndexHeld if another process has it open
     */
    TrailIndex open(Path directory);

    /** Puts what is there out of the way, so that the next opening begins with an empty index. */
    void setAside(Path directory);
  }

  /** Another process has the index open, whatever the lock of the home says. */
  final class IndexHeld extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IndexHeld(Throwable cause) {
      super(cause);
    }
  }

  /** How far the index goes; empty if there is nothing in it. */
  Optional<Mark> mark();

  /** How many records are stored. */
  long countRecords();

  /**
   * Takes in these batches in one transaction.
   *
   * @param end where the journal stands after them, in bytes
   * @throws StoreFailure also if the index does not stand where the first of them begins
   */
  void add(List<Batch> batches, long end);

  @Override
  default Standing standing() {
    return Standing.INDEX;
  }
}
