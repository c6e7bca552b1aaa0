package tribune.decision;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Refers;
import tribune.schema.Required;

/** Somebody disagreed. */
@Doc("Somebody disagreed.")
public record Dissent(
    @Doc("Who disagreed?") @Key @Required String by,
    @Doc("On what grounds?") @Nullable DissentBasis basis,
    @Doc("What did they say?") @Nullable String text,
    @Doc("Was the dissent answered with evidence?") Tri answeredWithEvidence,
    @Doc("Which evidence answers it?") @Refers(InputEvidence.class) Set<String> evidence)
    implements Fact {
  public Dissent {
    evidence = Collected.inOrder(evidence);
  }
}
