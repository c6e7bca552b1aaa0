package tribune.engine;

import java.util.Optional;
import tribune.intake.RejectedLine;
import tribune.trail.Receipt;
import tribune.verdict.Verdict;

/** What became of one line of an import. Immutable. */
sealed interface ImportedLine {
  /**
   * It was audited.
   *
   * @param receipt if it was recorded
   */
  record Audited(Verdict verdict, Optional<Receipt> receipt) implements ImportedLine {}

  /** The same was imported before, and the verdict was that. */
  record Known(Verdict verdict) implements ImportedLine {}

  /** It has mistakes, or the trail refuses it. */
  record Rejected(RejectedLine line) implements ImportedLine {}
}
