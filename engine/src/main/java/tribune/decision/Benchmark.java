package tribune.decision;

import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Required;

/** Somebody the proposal compares itself with. */
@Doc("Somebody the proposal compares itself with.")
public record Benchmark(
    @Doc("With whom?") @Key @Required String who,
    @Doc("Is that a competitor, another industry, or your own past?") @Nullable BenchmarkKind kind,
    @Doc("What is compared?") @Nullable String measure,
    @Doc("Where can the comparison be found?") @Nullable String source)
    implements Fact {}
