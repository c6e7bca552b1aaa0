package tribune.decision;

import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;

/** Whether price and value are in balance. */
@Doc("Whether price and value are in balance.")
public record ValueAssessment(
    @Doc("Was fair value assessed?") Tri done,
    @Doc("What customers get") @Nullable String benefits,
    @Doc("What they do not get") @Nullable String limitations,
    @Doc("What it costs them in all") @Nullable Money totalPrice,
    @Doc("What it means for vulnerable customers") @Nullable String vulnerableImpact)
    implements Fact {}
