package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How much one evaluation may use before it is stopped and its findings become ERROR. It comes from
 * whoever runs the evaluation; a rule base cannot raise it.
 *
 * @param firings how many matches may fire
 * @param facts how many facts rules may derive
 * @param steps how many conditions may be evaluated and facts compared
 * @param combinations how many combinations of facts may be kept while rules look for matches
 * @param time how long it may take
 */
public record Budget(int firings, int facts, long steps, long combinations, Duration time) {
  /** Far more than 10,000 facts need under any rule of the contract. */
  public static final Budget DEFAULT =
      new Budget(200_000, 100_000, 500_000_000, 3_000_000, Duration.ofSeconds(60));

  public Budget {
    requireNonNull(time, "time");
    require(firings, "firings");
    require(facts, "facts");
    require(steps, "steps");
    require(combinations, "combinations");
    require(time.toMillis(), "milliseconds");
  }

  private static void require(long limit, String what) {
    if (limit < 1) {
      throw new IllegalArgumentException("a budget of " + limit + " " + what);
    }
  }

  public Budget withFirings(int limit) {
    return new Budget(limit, facts, steps, combinations, time);
  }

  public Budget withFacts(int limit) {
    return new Budget(firings, limit, steps, combinations, time);
  }

  public Budget withSteps(long limit) {
    return new Budget(firings, facts, limit, combinations, time);
  }

  public Budget withCombinations(long limit) {
    return new Budget(firings, facts, steps, limit, time);
  }

  public Budget withTime(Duration limit) {
    return new Budget(firings, facts, steps, combinations, limit);
  }
}
