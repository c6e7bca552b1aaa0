package tribune.verdict;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One reason behind a finding, taken from one match of one rule.
 *
 * @param rule the name of the DRL rule
 * @param reason what the rule says, in plain words; empty where the rule only says that the check
 *     applies
 * @param values the values that were read or compared, thresholds included
 * @param facts the facts that matched
 */
public record Ground(String rule, String reason, List<Value> values, Paths facts) {
  public Ground {
    requireNonNull(rule, "rule");
    requireNonNull(reason, "reason");
    values = List.copyOf(values);
    requireNonNull(facts, "facts");
  }

  Ground abridged() {
    return new Ground(rule, reason, values, facts.abridged(1));
  }
}
