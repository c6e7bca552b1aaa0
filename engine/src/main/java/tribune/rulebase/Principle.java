package tribune.rulebase;

import java.util.List;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Required;

/** A customer-centricity commitment, as its principle.yaml states it. */
@Doc("A customer-centricity commitment.")
public record Principle(
    @Doc("Id, such as LONG") @Key @Required String id,
    @Doc("The commitment in a few words") @Required String title,
    @Doc("The commitment in full") @Required String statement,
    @Doc("Why it matters") @Required String why,
    @Doc("Its checks") List<Check> checks) {
  public Principle {
    checks = List.copyOf(checks);
  }
}
