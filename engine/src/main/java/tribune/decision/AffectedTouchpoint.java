package tribune.decision;

import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Required;

/** A place where customers meet the decision. */
@Doc("A place where customers meet the decision.")
public record AffectedTouchpoint(
    @Doc("Short name of the touchpoint") @Key @Required String id,
    @Doc("Static, human or digital?") @Nullable Channel channel,
    @Doc("Where in the journey?") @Nullable Stage stage,
    @Doc("Was the effect there assessed?") Tri assessed)
    implements Fact {}
