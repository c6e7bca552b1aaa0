package tribune.trail;

import java.util.List;

/**
 * A database that is the trail. Several processes may write to it: whoever has the lock of its head
 * is the only one who appends, and reads what all before appended.
 */
public interface TrailDatabase extends TrailTables {
  /** What is recorded; of no size if the trail was not begun. */
  Head head();

  /** How many checkpoints were stored, as the head says. */
  long signed();

  /**
   * Begins a transaction and waits for the lock of the head.
   *
   * @return the head, which nobody else can change until {@link #commit} or {@link #rollBack}
   * @throws StoreRefused if others have held the lock for too long
   */
  Head lock();

  /**
   * Adds these batches to the transaction and moves the head on.
   *
   * @throws StoreFailure also if the head does not stand where the first of them begins
   */
  void add(List<Batch> batches);

  /** Makes the transaction durable; when this returns, it is on the disk of the server. */
  void commit();

  /** Ends the transaction without a trace, if there is one. Never throws. */
  void rollBack();

  /** The same database as it is now, whatever is appended later; to be closed on its own. */
  TrailDatabase snapshot();

  @Override
  default Standing standing() {
    return Standing.TRAIL;
  }
}
