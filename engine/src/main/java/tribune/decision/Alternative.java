package tribune.decision;

import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Required;

/** Another way that was considered. */
@Doc("Another way that was considered.")
public record Alternative(
    @Doc("What the other way is") @Key @Required String name,
    @Doc("Is it to do nothing, or not now?") Tri doNothing,
    @Doc("Why it was not chosen") @Nullable String whyRejected)
    implements Fact {}
