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
    @Doc("Who") @Key @Required String by,
    @Doc("On what grounds?") @Nullable DissentBasis basis,
    @Doc("What they said") @Nullable String text,
    @Doc("Was the dissent answered with evidence?") Tri answeredWithEvidence,
    @Doc("The evidence") @Refers(InputEvidence.class) Set<String> evidence)
    implements Fact {
  public Dissent {
    evidence = Collected.inOrder(evidence);
  }
}
