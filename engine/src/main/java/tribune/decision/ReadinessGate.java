package tribune.decision;

import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Required;

/** A condition that must hold before launch. */
@Doc("A condition that must hold before launch.")
public record ReadinessGate(
    @Doc("Which condition?") @Key @Required String criterion,
    @Doc("Which value must it reach?") @Nullable String target,
    @Doc("Which value does it have?") @Nullable String actual,
    @Doc("Is it met?") Tri met)
    implements Fact {}
