package tribune.decision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tribune.schema.Between;
import tribune.schema.Doc;
import tribune.schema.In;
import tribune.schema.Unit;

/** Who answers for the outcome and what is set aside for it. */
@Doc("Who answers for the outcome and what is set aside for it.")
public record Leadership(
    @Doc("Accountable executive") @Nullable String executive,
    @Doc("Does that person own the customer outcome, not only revenue or delivery?")
        Tri ownsCustomerOutcome,
    @Doc("Share of the stated need that is funded") @In(Unit.SHARE)
        @Nullable BigDecimal fundedShare,
    @Doc("People allocated, full-time equivalents") @Between(min = "0", max = "1000000")
        @Nullable BigDecimal fte,
    @Doc("What are staff and sponsors paid for?") @Nullable IncentiveBasis incentive)
    implements Fact {}
