package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tribune.decision.Level;
import tribune.verdict.Finding;
import tribune.verdict.Recommendation;

/**
 * What a rule base says of one proposal: one finding for each of its checks, in the order of the
 * check ids. Immutable; the same proposal, rule base and day give an equal evaluation.
 *
 * @param asOf the day that the rules took for today
 * @param stakes how much is at stake; null where the rule base failed before it could say
 * @param stakesBecause why, in plain phrases; empty if nothing special led to it
 */
public record Evaluation(
    LocalDate asOf, @Nullable Level stakes, List<String> stakesBecause, List<Finding> findings) {
  public Evaluation {
    requireNonNull(asOf, "asOf");
    stakesBecause = List.copyOf(stakesBecause);
    findings = List.copyOf(findings);
  }

  public Recommendation recommendation() {
    return Recommendation.of(findings);
  }
}
