package tribune.shell.workspace;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;
import tribune.document.Reading;
import tribune.rulebase.Budget;
import tribune.rulebase.CompiledRulesCache;
import tribune.rules.ShippedRuleBase;

/**
 * What this machine gives to rule bases; none of them has a say in it.
 *
 * @param budget how much an evaluation may use, or what is wrong with what the user said about it
 * @param cache what was compiled before, when the program was built or by this user
 */
public record RuleSettings(Reading<Budget> budget, CompiledRulesCache cache) {
  private static final String FOLDER = "rules";

  public RuleSettings {
    requireNonNull(budget, "budget");
    requireNonNull(cache, "cache");
  }

  /**
   * One cache for all homes. None is ever looked for in a home, since a home may have been sent,
   * and its cache would hold whatever the sender compiled.
   *
   * @param random for the secret that seals what was compiled
   */
  public static RuleSettings of(UserPlaces places, Supplier<SecureRandom> random, Clock clock) {
    return new RuleSettings(
        RuleBudget.of(places.environment()),
        ShippedRuleBase.cache(
            CompiledRulesCache.in(places.cache().resolve(FOLDER), random, clock)));
  }
}
