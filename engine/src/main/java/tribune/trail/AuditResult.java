package tribune.trail;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tribune.decision.Level;
import tribune.document.CanonicalJson;
import tribune.document.Json;
import tribune.verdict.Finding;
import tribune.verdict.Outcome;
import tribune.verdict.Recommendation;
import tribune.verdict.Verdict;

/**
 * What an audit came to. Immutable.
 *
 * @param stakes how much is at stake; missing where the rule base failed before it could say
 * @param stakesBecause why, in plain phrases; may be empty
 * @param asOf the day the evaluation took for today
 * @param findings one for each check of the rule base, kept in order of check id
 */
public record AuditResult(
    Recommendation recommendation,
    @Nullable Level stakes,
    List<String> stakesBecause,
    LocalDate asOf,
    List<Finding> findings) {
  /** How long a result may be in canonical JSON before grounds are left out, in bytes. */
  private static final int COMFORTABLE_BYTES = 56 * 1024;

  public AuditResult {
    stakesBecause = List.copyOf(stakesBecause);
    requireNonNull(recommendation, "recommendation");
    requireNonNull(asOf, "asOf");
    findings = findings.stream().sorted(Comparator.comparing(Finding::check)).toList();
    for (int i = 1; i < findings.size(); i++) {
      if (findings.get(i).check().equals(findings.get(i - 1).check())) {
        throw new IllegalArgumentException("two findings of check " + findings.get(i).check());
      }
    }
    if (asOf.getYear() < 0 || asOf.getYear() > 9999) {
      throw new IllegalArgumentException("a year of four digits is needed, found " + asOf);
    }
  }

  /** The result whose recommendation follows from the findings alone. */
  public static AuditResult of(
      @Nullable Level stakes, List<String> because, LocalDate asOf, List<Finding> findings) {
    return new AuditResult(Recommendation.of(findings), stakes, because, asOf, findings);
  }

  /**
   * This result, or one with fewer grounds if it would fill a record. A proposal of ten thousand
   * facts is audited too; its record says how many grounds it leaves out.
   */
  public AuditResult fitting() {
    return CanonicalJson.write(toJson()).length <= COMFORTABLE_BYTES
        ? this
        : new AuditResult(
            recommendation,
            stakes,
            stakesBecause,
            asOf,
            findings.stream().map(Finding::abridged).toList());
  }

  public Verdict verdict() {
    return recommendation.verdict();
  }

  /** How many findings there are of each outcome, zeros included. */
  public Map<Outcome, Integer> counts() {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, 0);
    }
    findings.forEach(finding -> counts.merge(finding.outcome(), 1, Integer::sum));
    return counts;
  }

  /** The result as it stands in a record. */
  public Json.Members toJson() {
    return ResultJson.write(this);
  }
}
