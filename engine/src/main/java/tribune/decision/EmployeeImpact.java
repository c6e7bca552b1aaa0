package tribune.decision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.In;
import tribune.schema.Unit;

/** What the decision means for employees. */
@Doc("What the decision means for employees.")
public record EmployeeImpact(
    @Doc("Is it better (POSITIVE) or worse (NEGATIVE) for them?") @Nullable Direction direction,
    @Doc("If it is worse for them, is something done about it?") Tri mitigation,
    @Doc("Are those who serve customers trained and ready?") Tri frontlineReady,
    @Doc("What share of those who serve customers is trained?") @In(Unit.SHARE)
        @Nullable BigDecimal trainedShare,
    @Doc("Is there a plan for resistance among staff?") Tri resistancePlan,
    @Doc("How much may an employee spend to put a case right?") @Nullable Money empoweredLimit)
    implements Fact {}
