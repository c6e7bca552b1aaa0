package tribune.engine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import tribune.decision.Decision;
import tribune.decision.Proposal;
import tribune.rulebase.Evaluation;
import tribune.rulebase.RuleBase;
import tribune.trail.AuditResult;
import tribune.trail.DecisionRef;
import tribune.verdict.Recommendation;
import tribune.verdict.Verdict;

/** What a rule base says of a proposal. Nothing is recorded yet. Immutable. */
public record Assessment(Proposal proposal, AuditResult result) {
  public Assessment {
    requireNonNull(proposal, "proposal");
    requireNonNull(result, "result");
  }

  /**
   * Evaluates a proposal.
   *
   * @param at the time of the audit; its day in UTC is what rules see as today, unless the proposal
   *     says when it was submitted
   */
  public static Assessment of(Proposal proposal, RuleBase rules, Instant at) {
    return asOf(proposal, rules, LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  /**
   * Evaluates a proposal.
   *
   * @param day what rules see as today, unless the proposal was submitted before
   */
  public static Assessment asOf(Proposal proposal, RuleBase rules, LocalDate day) {
    Evaluation evaluation = rules.evaluate(proposal, day);
    return new Assessment(
        proposal,
        AuditResult.of(
                evaluation.stakes(),
                evaluation.stakesBecause(),
                evaluation.asOf(),
                evaluation.findings())
            .fitting());
  }

  /** The decision as records name it. */
  public DecisionRef decision() {
    Decision decision = proposal.decision();
    Integer revision = decision.revision();
    return new DecisionRef(
        decision.id(), revision == null ? 1 : revision, decision.kind(), decision.title());
  }

  public Verdict verdict() {
    return result.verdict();
  }

  public Recommendation recommendation() {
    return result.recommendation();
  }
}
