package tribune.decision;

import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;

/** What is done for those who lose. */
@Doc("What is done for those who lose.")
public record Remedy(
    @Doc("Is something done without customers having to ask?") Tri proactive,
    @Doc("Is it triggered by data instead of by complaints?") Tri automatic,
    @Doc("For whom?") @Nullable String audience)
    implements Fact {}
