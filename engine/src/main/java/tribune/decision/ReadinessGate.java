package tribune.decision;

import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Required;

/** A condition that must hold before launch. */
@Doc("A condition that must hold before launch.")
public record ReadinessGate(
    @Doc("The condition") @Key @Required String criterion,
    @Doc("The value it must reach") @Nullable String target,
    @Doc("The value it has") @Nullable String actual,
    @Doc("Is it met?") Tri met)
    implements Fact {}
