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
    @Doc("Total investment") @Nullable Money investment,
    @Doc("The investment as a share of yearly revenue") @In(Unit.SHARE)
        @Nullable BigDecimal shareOfRevenue,
    @Doc("Spent on promoting it") @Nullable Money promotionSpend,
    @Doc("Spent on the experience itself, same period") @Nullable Money experienceSpend,
    @Doc("Effect on revenue in the first year") @Nullable Direction shortTermRevenue,
    @Doc("Effect on the relationship with customers after that")
        @Nullable Direction longTermRelationship,
    @Doc("Payback") @In(Unit.MONTHS) @Between(min = "0", max = "600") @Nullable Integer payback)
    implements Fact {}
