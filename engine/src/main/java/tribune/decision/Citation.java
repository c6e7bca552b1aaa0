package tribune.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Required;

/** A source that facts can be traced to. */
@Doc("A source that facts can be traced to.")
public record Citation(
    @Doc("Short name of the source") @Key @Required String id,
    @Doc("What it is") @Required String title,
    @Doc("Where it is") @Nullable String url,
    @Doc("Its date") @Nullable LocalDate on) {}
