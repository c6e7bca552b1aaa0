package tribune.trail;

/**
 * What was found and done when a trail was opened.
 *
 * @param state of the trail and its index
 * @param caughtUp how many records were in the journal and not in the index
 * @param cutBytes how many bytes that nobody was ever given a receipt for were cut off the journal
 */
public record Opening(State state, long caughtUp, long cutBytes) {
  /** How journal and index stood to each other. */
  public enum State {
    /** There was no trail: it begins now. */
    NEW,
    /** There was a trail with its index. */
    INDEXED,
    /** The index was missing, unreadable or of another version, and was built from the journal. */
    REBUILT,
    /** Another process has the trail open: its journal was read, and nothing can be recorded. */
    READ
  }
}
