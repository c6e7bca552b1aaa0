package tribune.decision;

import org.jspecify.annotations.Nullable;
import tribune.schema.Between;
import tribune.schema.Doc;

/** How often the customer is handed from one department to the next. */
@Doc("How often the customer is handed from one department to the next.")
public record Handoffs(
    @Doc("How many hand-offs are added (below zero: taken out)?")
        @Between(min = "-1000", max = "1000")
        @Nullable Integer change,
    @Doc("Does one person own the whole path of the customer?") Tri endToEndOwner)
    implements Fact {}
