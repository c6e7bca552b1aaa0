package tribune.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tribune.schema.Between;
import tribune.schema.Doc;
import tribune.schema.In;
import tribune.schema.Unit;

/** What affected customers are told. */
@Doc("What affected customers are told.")
public record Disclosure(
    @Doc("Are affected customers told of every effect that matters to them?") Tri material,
    @Doc("On which day are they told?") @Nullable LocalDate on,
    @Doc("How long before it takes effect are they told?")
        @In(Unit.DAYS)
        @Between(min = "0", max = "36500")
        @Nullable Integer notice,
    @Doc("What share of customers understood it in a test?") @In(Unit.SHARE)
        @Nullable BigDecimal comprehension)
    implements Fact {}
