package tribune.decision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.Path;
import tribune.schema.Refers;
import tribune.schema.Required;

/** How firmly facts are known, and from where. */
@Doc("How firmly facts are known, and from where.")
public record Provenance(
    @Doc("The facts this speaks of, such as decision.reach; all facts, if left out") @Path
        List<String> facts,
    @Doc("Reported, inferred or assumed?") @Required Standing standing,
    @Doc("The source") @Refers(Citation.class) @Nullable String source,
    @Doc("As of when") @Nullable LocalDate asOf,
    @Doc("Who wrote it down") @Nullable String enteredBy) {
  public Provenance {
    facts = List.copyOf(facts);
  }
}
