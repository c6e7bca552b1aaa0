package tribune.decision;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tribune.schema.Between;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Refers;
import tribune.schema.Required;

/** What a task costs customers in steps, before and after. */
@Doc("What a task costs customers in steps, before and after.")
public record JourneyCost(
    @Doc("The task") @Key @Required String task,
    @Doc("Steps before") @Between(min = "0", max = "100000") @Nullable BigDecimal stepsBefore,
    @Doc("Steps after") @Between(min = "0", max = "100000") @Nullable BigDecimal stepsAfter,
    @Doc("Steps to join") @Between(min = "0", max = "100000") @Nullable Integer entrySteps,
    @Doc("Steps to leave") @Between(min = "0", max = "100000") @Nullable Integer exitSteps,
    @Doc("Did customers ask for the added steps (safety, security)?") Tri askedForByCustomers,
    @Doc("Evidence for that") @Refers(InputEvidence.class) Set<String> evidence)
    implements Fact {
  public JourneyCost {
    evidence = Collected.inOrder(evidence);
  }
}
