package tribune.decision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tribune.schema.Between;
import tribune.schema.Doc;
import tribune.schema.In;
import tribune.schema.Unit;

/** What the decision costs and brings. */
@Doc("What the decision costs and brings.")
public record FinancialProfile(
    @Doc("How much is invested in all?") @Nullable Money investment,
    @Doc("What share of yearly revenue is invested?") @In(Unit.SHARE)
        @Nullable BigDecimal shareOfRevenue,
    @Doc("How much is spent on promoting it?") @Nullable Money promotionSpend,
    @Doc("How much is spent on the experience itself, in the same period?")
        @Nullable Money experienceSpend,
    @Doc("What does it do to revenue in the first year?") @Nullable Direction shortTermRevenue,
    @Doc("What does it do to the relationship with customers after that?")
        @Nullable Direction longTermRelationship,
    @Doc("After how long is it paid back?") @In(Unit.MONTHS) @Between(min = "0", max = "600")
        @Nullable Integer payback)
    implements Fact {}
