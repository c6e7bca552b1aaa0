package tribune.decision;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;

/** When the outcome is looked at, and what would stop the decision. */
@Doc("When the outcome is looked at, and what would stop the decision.")
public record OutcomeReview(
    @Doc("On which day is the outcome reviewed?") @Nullable LocalDate on,
    @Doc("Which metrics are looked at?") Set<Metric> metrics,
    @Doc("Which result would reverse the decision?") @Nullable String killCriterion)
    implements Fact {
  public OutcomeReview {
    metrics = Collected.inOrder(metrics);
  }
}
