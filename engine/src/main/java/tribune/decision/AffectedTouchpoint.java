package tribune.decision;

import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Required;

/** A place where customers meet the decision. */
@Doc("A place where customers meet the decision.")
public record AffectedTouchpoint(
    @Doc("Which place? A short name, such as app-checkout") @Key @Required String id,
    @Doc("Is it static (print, shelf), human or digital?") @Nullable Channel channel,
    @Doc("Where in the journey of customers is it?") @Nullable Stage stage,
    @Doc("Was the effect on customers there assessed?") Tri assessed)
    implements Fact {}
