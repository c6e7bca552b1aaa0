package tribune.trail;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import tribune.document.Json;

/**
 * An audit that is to be recorded. The trail adds place and time.
 *
 * @param submission if the same is sent again under it, it is recorded once; without one, the trail
 *     makes one up
 * @param schema names the form of the facts, such as {@code proposal/1}
 * @param facts the proposal
 * @param choice how it came to this rule base
 */
public record Draft(
    Optional<SubmissionKey> submission,
    Actor actor,
    DecisionRef decision,
    String schema,
    Json.Members facts,
    StoredRuleBase ruleBase,
    EngineRef engine,
    AuditResult result,
    RuleChoice choice) {
  /** How an audit came to its rule base. */
  public enum RuleChoice {
    /** Whoever audits named it; it is recorded whatever is in force. */
    NAMED,
    /** As the one in force; it is recorded only if none became that meanwhile. */
    IN_FORCE
  }

  public Draft {
    requireNonNull(submission, "submission");
    requireNonNull(actor, "actor");
    requireNonNull(decision, "decision");
    Required.name(schema, "schema of the facts");
    requireNonNull(facts, "facts");
    requireNonNull(ruleBase, "ruleBase");
    requireNonNull(engine, "engine");
    requireNonNull(result, "result");
    requireNonNull(choice, "choice");
  }

  /** One that is sent once, on a rule base that was named. */
  public Draft(
      Actor actor,
      DecisionRef decision,
      String schema,
      Json.Members facts,
      StoredRuleBase ruleBase,
      EngineRef engine,
      AuditResult result) {
    this(
        Optional.empty(),
        actor,
        decision,
        schema,
        facts,
        ruleBase,
        engine,
        result,
        RuleChoice.NAMED);
  }

  /** The same under this key. */
  public Draft under(SubmissionKey key) {
    return new Draft(
        Optional.of(key), actor, decision, schema, facts, ruleBase, engine, result, choice);
  }

  /** The same on a rule base that was chosen in this way. */
  public Draft chosen(RuleChoice other) {
    return new Draft(submission, actor, decision, schema, facts, ruleBase, engine, result, other);
  }
}
