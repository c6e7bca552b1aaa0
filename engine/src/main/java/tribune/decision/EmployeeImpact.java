package tribune.decision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.In;
import tribune.schema.Unit;

/** What the decision means for employees. */
@Doc("What the decision means for employees.")
public record EmployeeImpact(
    @Doc("Better or worse for them?") @Nullable Direction direction,
    @Doc("If worse: is it mitigated?") Tri mitigation,
    @Doc("Is the front line trained and ready?") Tri frontlineReady,
    @Doc("Share of the front line trained") @In(Unit.SHARE) @Nullable BigDecimal trainedShare,
    @Doc("Is resistance planned for?") Tri resistancePlan,
    @Doc("What an employee may spend to put a case right") @Nullable Money empoweredLimit)
    implements Fact {}
