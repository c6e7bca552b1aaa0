package tribune.trail;

import static java.util.Objects.requireNonNull;

import tribune.verdict.Outcome;

/**
 * In how many audits a check came out like this. Audits that it does not apply to are not counted
 * anywhere.
 *
 * @param check its id
 */
public record OutcomeCount(String check, Outcome outcome, long audits) {
  public OutcomeCount {
    requireNonNull(check, "check");
    requireNonNull(outcome, "outcome");
  }

  /** The same of an outcome by its name. */
  public static OutcomeCount of(String check, String outcome, long audits) {
    return new OutcomeCount(check, Outcome.valueOf(outcome), audits);
  }
}
