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
    @Doc("Which channel?") @Key @Required String channel,
    @Doc("What does it say, or where does that stand?") @Nullable String text,
    @Doc("Was it checked against the brand promise?") Tri checkedAgainstPromise,
    @Doc("What share of customers understood it in a test?") @In(Unit.SHARE)
        @Nullable BigDecimal comprehension)
    implements Fact {}
