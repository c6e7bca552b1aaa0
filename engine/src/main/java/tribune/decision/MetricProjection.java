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
    @Doc("Short name of the projection") @Key @Required String id,
    @Doc("Which metric?") @Required Metric metric,
    @Doc("Its value today") @Nullable BigDecimal baseline,
    @Doc("Its expected value") @Nullable BigDecimal expected,
    @Doc("Lowest plausible value") @Nullable BigDecimal low,
    @Doc("Highest plausible value") @Nullable BigDecimal high,
    @Doc("After how long") @In(Unit.MONTHS) @Between(min = "1", max = "600")
        @Nullable Integer horizon,
    @Doc("For which segment, if not for all") @Refers(CustomerSegment.class)
        @Nullable String segment,
    @Doc("Where the numbers come from") @Nullable String source)
    implements Fact {}
