package tribune.rulebase;

/**
 * How much one evaluation may use before it is stopped and its findings become ERROR.
 *
 * @param firings how many matches may fire
 */
public record Budget(int firings) {
  /** Far more than 10,000 facts need under any rule of the contract. */
  public static final Budget DEFAULT = new Budget(200_000);

  public Budget {
    if (firings < 1) {
      throw new IllegalArgumentException("a budget of " + firings + " firings");
    }
  }
}
