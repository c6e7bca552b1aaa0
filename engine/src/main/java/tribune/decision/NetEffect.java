package tribune.decision;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.Refers;

/** Who gains and who loses, on balance. */
@Doc("Who gains and who loses, on balance.")
public record NetEffect(
    @Doc("What does it do to most customers?") @Nullable MajorityEffect majority,
    @Doc("Does the company gain?") Tri companyGain,
    @Doc("Do customers gain?") Tri customerGain,
    @Doc("Which evidence shows that?") @Refers(InputEvidence.class) Set<String> evidence)
    implements Fact {
  public NetEffect {
    evidence = Collected.inOrder(evidence);
  }
}
