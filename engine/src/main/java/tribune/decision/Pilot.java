package tribune.decision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.In;
import tribune.schema.Unit;

/** A trial with few customers before all get it. */
@Doc("A trial with few customers before all get it.")
public record Pilot(
    @Doc("Was there a pilot?") Tri done,
    @Doc("What share of customers was in it?") @In(Unit.SHARE) @Nullable BigDecimal reach,
    @Doc("What did it show?") @Nullable String result)
    implements Fact {}
