package tribune.decision;

import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;

/** What is done for those who lose. */
@Doc("What is done for those who lose.")
public record Remedy(
    @Doc("Is it done without being asked?") Tri proactive,
    @Doc("Is it triggered by data instead of complaints?") Tri automatic,
    @Doc("For whom") @Nullable String audience)
    implements Fact {}
