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
 */
public record Draft(
    Optional<SubmissionKey> submission,
    Actor actor,
    DecisionRef decision,
    String schema,
    Json.Members facts,
    StoredRuleBase ruleBase,
    EngineRef engine,
    AuditResult result) {
  public Draft {
    requireNonNull(submission, "submission");
    requireNonNull(actor, "actor");
    requireNonNull(decision, "decision");
    Required.name(schema, "schema of the facts");
    requireNonNull(facts, "facts");
    requireNonNull(ruleBase, "ruleBase");
    requireNonNull(engine, "engine");
    requireNonNull(result, "result");
  }

  /** One that is sent once. */
  public Draft(
      Actor actor,
      DecisionRef decision,
      String schema,
      Json.Members facts,
      StoredRuleBase ruleBase,
      EngineRef engine,
      AuditResult result) {
    this(Optional.empty(), actor, decision, schema, facts, ruleBase, engine, result);
  }

  /** The same under this key. */
  public Draft under(SubmissionKey key) {
    return new Draft(Optional.of(key), actor, decision, schema, facts, ruleBase, engine, result);
  }
}
