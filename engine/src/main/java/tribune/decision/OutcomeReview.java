package tribune.decision;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;

/** When the outcome is looked at, and what would stop the decision. */
@Doc("When the outcome is looked at, and what would stop the decision.")
public record OutcomeReview(
    @Doc("Day of the review") @Nullable LocalDate on,
    @Doc("Metrics that are looked at") Set<Metric> metrics,
    @Doc("Result that reverses the decision") @Nullable String killCriterion)
    implements Fact {
  public OutcomeReview {
    metrics = Collected.inOrder(metrics);
  }
}
