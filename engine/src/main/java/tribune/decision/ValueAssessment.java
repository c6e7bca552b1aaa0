package tribune.decision;

import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;

/** Whether price and value are in balance. */
@Doc("Whether price and value are in balance.")
public record ValueAssessment(
    @Doc("Was it assessed whether customers get fair value for the price?") Tri done,
    @Doc("What do customers get?") @Nullable String benefits,
    @Doc("What do they not get?") @Nullable String limitations,
    @Doc("What does it cost them in all?") @Nullable Money totalPrice,
    @Doc("What does it mean for vulnerable customers?") @Nullable String vulnerableImpact)
    implements Fact {}
