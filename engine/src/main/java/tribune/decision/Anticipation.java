package tribune.decision;

import org.jspecify.annotations.Nullable;
import tribune.schema.Between;
import tribune.schema.Doc;
import tribune.schema.In;
import tribune.schema.Key;
import tribune.schema.Required;
import tribune.schema.Unit;

/** A need that customers will have later. */
@Doc("A need that customers will have later.")
public record Anticipation(
    @Doc("Which need?") @Key @Required String need,
    @Doc("Which signal will show that it is coming?") @Nullable String signal,
    @Doc("In how many months is it expected?") @In(Unit.MONTHS) @Between(min = "1", max = "600")
        @Nullable Integer horizon)
    implements Fact {}
