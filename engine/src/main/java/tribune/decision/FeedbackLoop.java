package tribune.decision;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tribune.schema.Between;
import tribune.schema.Doc;
import tribune.schema.In;
import tribune.schema.Unit;

/** How feedback comes back after the decision. */
@Doc("How feedback comes back after the decision.")
public record FeedbackLoop(
    @Doc("Who owns the feedback?") @Nullable String owner,
    @Doc("Does anybody own the feedback?") Tri owned,
    @Doc("How often is it reviewed?") @In(Unit.DAYS) @Between(min = "1", max = "3650")
        @Nullable Integer cadence,
    @Doc("How soon do customers get an answer?") @In(Unit.DAYS) @Between(min = "0", max = "3650")
        @Nullable Integer closeTheLoop,
    @Doc("Through which channels does it come?") Set<String> channels)
    implements Fact {
  public FeedbackLoop {
    channels = Collected.inOrder(channels);
  }
}
