package tribune.replay;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import tribune.threads.InOrder;
import tribune.trail.StoredRecord;

/**
 * Records run again by several threads. A few wait in memory, however many there are. Stateless.
 */
final class Reruns {
  private static final int AHEAD_A_THREAD = 16;

  private Reruns() {}

  /**
   * Runs all of them.
   *
   * @param name of the threads
   * @param threads how many run records at a time
   * @param rerun done by any of the threads; empty for a record that is passed over
   * @param each told what came of each, in the order of the records, by the thread that calls this;
   *     it may throw to stop
   */
  static <T> void run(
      String name,
      int threads,
      Stream<StoredRecord> records,
      Function<StoredRecord, Optional<T>> rerun,
      Consumer<T> each) {
    int ahead = threads * AHEAD_A_THREAD;
    try (InOrder<StoredRecord, Optional<T>> reruns =
        new InOrder<>(name, threads, ahead, InOrder.each(records.iterator()), rerun)) {
      reruns.forEach(one -> one.ifPresent(each));
    }
  }
}
