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
    @Doc("Which executive is accountable?") @Nullable String executive,
    @Doc("Does that person own the customer outcome, not only revenue or delivery?")
        Tri ownsCustomerOutcome,
    @Doc("What share of the stated need is funded?") @In(Unit.SHARE)
        @Nullable BigDecimal fundedShare,
    @Doc("How many people are allocated, as full-time equivalents?")
        @Between(min = "0", max = "1000000")
        @Nullable BigDecimal fte,
    @Doc("What are staff and sponsors paid for?") @Nullable IncentiveBasis incentive)
    implements Fact {}
