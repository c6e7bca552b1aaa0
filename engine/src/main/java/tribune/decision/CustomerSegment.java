package tribune.decision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tribune.schema.Between;
import tribune.schema.Doc;
import tribune.schema.In;
import tribune.schema.Key;
import tribune.schema.Required;
import tribune.schema.Unit;

/** A group of customers the decision treats alike. */
@Doc("A group of customers the decision treats alike.")
public record CustomerSegment(
    @Doc("Which group of customers?") @Key @Required String name,
    @Doc("What is their part in buying and using?") @Nullable BuyerRole role,
    @Doc("What share of all customers are they?") @In(Unit.SHARE) @Nullable BigDecimal share,
    @Doc("How many are they?") @Between(min = "0", max = "10000000000") @Nullable Long headcount,
    @Doc("What does the decision do to them?") @Nullable Effect effect,
    @Doc("Are they vulnerable (age, illness, debt, dependence)?") Tri vulnerable)
    implements Fact {}
