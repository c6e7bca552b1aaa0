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
    @Doc("Which facts, such as decision.reach? All facts, if left out") @Path List<String> facts,
    @Doc("Does a source report them, do they follow from sources, or are they assumed?") @Required
        Standing standing,
    @Doc("Which of the sources?") @Refers(Citation.class) @Nullable String source,
    @Doc("As of which day?") @Nullable LocalDate asOf,
    @Doc("Who wrote it down?") @Nullable String enteredBy) {
  public Provenance {
    facts = List.copyOf(facts);
  }
}
