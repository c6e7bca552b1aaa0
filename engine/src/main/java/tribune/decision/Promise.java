package tribune.decision;

import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Required;

/** Something the company said in public. */
@Doc("Something the company said in public.")
public record Promise(
    @Doc("What was promised?") @Key @Required String text,
    @Doc("Where was it promised?") @Nullable String where,
    @Doc("Does the decision break it?") Tri broken,
    @Doc("Is there a remedy for those who relied on it?") Tri remedy)
    implements Fact {}
