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
    @Doc("Which task of the customer?") @Key @Required String task,
    @Doc("How many steps does it take today?") @Between(min = "0", max = "100000")
        @Nullable BigDecimal stepsBefore,
    @Doc("How many steps will it take?") @Between(min = "0", max = "100000")
        @Nullable BigDecimal stepsAfter,
    @Doc("How many steps does it take to join?") @Between(min = "0", max = "100000")
        @Nullable Integer entrySteps,
    @Doc("How many steps does it take to leave?") @Between(min = "0", max = "100000")
        @Nullable Integer exitSteps,
    @Doc("Did customers ask for the added steps, such as for safety?") Tri askedForByCustomers,
    @Doc("Which evidence shows that?") @Refers(InputEvidence.class) Set<String> evidence)
    implements Fact {
  public JourneyCost {
    evidence = Collected.inOrder(evidence);
  }
}
