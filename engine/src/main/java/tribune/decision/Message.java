package tribune.decision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.In;
import tribune.schema.Key;
import tribune.schema.Required;
import tribune.schema.Unit;

/** What one channel says about the decision. */
@Doc("What one channel says about the decision.")
public record Message(
    @Doc("Channel") @Key @Required String channel,
    @Doc("What it says, or where that stands") @Nullable String text,
    @Doc("Was it checked against the brand promise?") Tri checkedAgainstPromise,
    @Doc("Share of customers who understood it in a test") @In(Unit.SHARE)
        @Nullable BigDecimal comprehension)
    implements Fact {}
