package tribune.decision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.In;
import tribune.schema.Key;
import tribune.schema.Required;
import tribune.schema.Unit;

/** Something customers use that is taken away. */
@Doc("Something customers use that is taken away.")
public record CapabilityRemoval(
    @Doc("What is taken away?") @Key @Required String what,
    @Doc("What share of customers use it?") @In(Unit.SHARE) @Nullable BigDecimal usersShare,
    @Doc("Is there a replacement on the first day?") Tri replacementAtLaunch,
    @Doc("Is it taken away for the customers' own well-being?") Tri customerWellbeing)
    implements Fact {}
