package tribune.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Required;

/** A source that facts can be traced to. */
@Doc("A source that facts can be traced to.")
public record Citation(
    @Doc("Which source? A short name, such as panel") @Key @Required String id,
    @Doc("What is it?") @Required String title,
    @Doc("Where can it be found?") @Nullable String url,
    @Doc("From which day is it?") @Nullable LocalDate on) {}
