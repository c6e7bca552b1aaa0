package tribune.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Required;

/** An earlier improvement that mattered to customers. */
@Doc("An earlier improvement that mattered to customers.")
public record PriorImprovement(
    @Doc("What was improved?") @Key @Required String what,
    @Doc("Which metric showed it?") @Nullable Metric metric,
    @Doc("What was its value before?") @Nullable BigDecimal before,
    @Doc("What was its value after?") @Nullable BigDecimal after,
    @Doc("On which day was that?") @Nullable LocalDate on)
    implements Fact {}
