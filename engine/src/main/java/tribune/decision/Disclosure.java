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
    @Doc("Are all material effects disclosed?") Tri material,
    @Doc("When") @Nullable LocalDate on,
    @Doc("How long before it takes effect") @In(Unit.DAYS) @Between(min = "0", max = "36500")
        @Nullable Integer notice,
    @Doc("Share of customers who understood it in a test") @In(Unit.SHARE)
        @Nullable BigDecimal comprehension)
    implements Fact {}
