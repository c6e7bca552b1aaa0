package tribune.decision;

import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Required;

/** Another way that was considered. */
@Doc("Another way that was considered.")
public record Alternative(
    @Doc("What is the other way?") @Key @Required String name,
    @Doc("Is it to do nothing, or not now?") Tri doNothing,
    @Doc("Why was it not chosen?") @Nullable String whyRejected)
    implements Fact {}
