package tribune.engine;

import java.util.List;
import tribune.intake.RejectedLine;

/** Told how an import goes. */
public interface ImportWatch {
  /**
   * Called after each batch, when what is in it is durable; may throw to stop, and then the same
   * import goes on from there.
   *
   * @param soFar of all batches
   * @param bytes how much of the file is dealt with
   * @param rejected the lines of this batch that were rejected, in order
   */
  void batch(Imported soFar, long bytes, List<RejectedLine> rejected);
}
