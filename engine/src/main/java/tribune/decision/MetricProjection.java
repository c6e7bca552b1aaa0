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

/** What a relationship metric is now and is expected to become. */
@Doc("What a relationship metric is now and is expected to become.")
public record MetricProjection(
    @Doc("Which projection? A short name, such as nps") @Key @Required String id,
    @Doc("Which metric? CES_7 is effort, 7 being the most; CLTV the lifetime value of a customer")
        @Required
        Metric metric,
    @Doc("What is its value today?") @Nullable BigDecimal baseline,
    @Doc("Which value is expected?") @Nullable BigDecimal expected,
    @Doc("What is the lowest plausible value?") @Nullable BigDecimal low,
    @Doc("What is the highest plausible value?") @Nullable BigDecimal high,
    @Doc("After how long is it expected?") @In(Unit.MONTHS) @Between(min = "1", max = "600")
        @Nullable Integer horizon,
    @Doc("For which of the segments, if not for all?") @Refers(CustomerSegment.class)
        @Nullable String segment,
    @Doc("Where do the numbers come from?") @Nullable String source)
    implements Fact {}
