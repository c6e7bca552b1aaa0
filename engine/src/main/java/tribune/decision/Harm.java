package tribune.decision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tribune.schema.Between;
import tribune.schema.Doc;
import tribune.schema.In;
import tribune.schema.Key;
import tribune.schema.Refers;
import tribune.schema.Required;
import tribune.schema.Unit;

/** A harm to customers that can be foreseen. */
@Doc("A harm to customers that can be foreseen.")
public record Harm(
    @Doc("What could happen?") @Key @Required String description,
    @Doc("To which group of customers?") @Refers(CustomerSegment.class) @Nullable String segment,
    @Doc("How likely is it?") @In(Unit.SHARE) @Nullable BigDecimal likelihood,
    @Doc("How bad would it be, from 1 (light) to 5 (grave)?") @Between(min = "1", max = "5")
        @Nullable Integer severity,
    @Doc("What is done against it?") @Nullable String mitigation,
    @Doc("Is the mitigation in place when the decision takes effect?") Tri mitigated,
    @Doc("Who sees to that?") @Nullable String owner)
    implements Fact {}
