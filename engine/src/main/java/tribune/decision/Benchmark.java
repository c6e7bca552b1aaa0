package tribune.decision;

import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Required;

/** Somebody the proposal compares itself with. */
@Doc("Somebody the proposal compares itself with.")
public record Benchmark(
    @Doc("Who") @Key @Required String who,
    @Doc("Competitor, other industry, or own past?") @Nullable BenchmarkKind kind,
    @Doc("What is compared") @Nullable String measure,
    @Doc("Where the comparison stands") @Nullable String source)
    implements Fact {}
