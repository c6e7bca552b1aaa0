package tribune.engine;

import static java.util.Objects.requireNonNull;

import tribune.trail.Receipt;
import tribune.verdict.Recommendation;
import tribune.verdict.Verdict;

/** An assessment that is recorded and durable. Immutable. */
public record Audit(Assessment assessment, Receipt receipt) {
  public Audit {
    requireNonNull(assessment, "assessment");
    requireNonNull(receipt, "receipt");
  }

  public Verdict verdict() {
    return assessment.verdict();
  }

  public Recommendation recommendation() {
    return assessment.recommendation();
  }
}
