package tribune.rulebase.confinement;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation used more than it may. An Error, so that nothing on the way takes it for the
 * mistake of one condition and goes on.
 */
public final class BudgetSpent extends Error {
  private static final long serialVersionUID = 1L;

  private @Nullable String rules;

  BudgetSpent(String limit) {
    super("went past the budget of " + limit, null, false, false);
  }

  /** The same, saying whose conditions it was; what was said first holds. */
  public BudgetSpent inConditionsOf(String names) {
    rules = rules == null ? names : rules;
    return this;
  }

  /** Whose conditions it was, if it was in conditions. */
  public Optional<String> conditionsOf() {
    return Optional.ofNullable(rules);
  }
}
