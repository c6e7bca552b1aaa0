package tribune.trail;

import static java.util.Objects.requireNonNull;

import tribune.document.Json;

/**
 * An audit that is to be recorded. The trail adds place and time.
 *
 * @param schema names the form of the facts, such as {@code proposal/1}
 * @param facts the proposal
 */
public record Draft(
    Actor actor,
    DecisionRef decision,
    String schema,
    Json.Members facts,
    StoredRuleBase ruleBase,
    EngineRef engine,
    AuditResult result) {
  public Draft {
    requireNonNull(actor, "actor");
    requireNonNull(decision, "decision");
    Required.name(schema, "schema of the facts");
    requireNonNull(facts, "facts");
    requireNonNull(ruleBase, "ruleBase");
    requireNonNull(engine, "engine");
    requireNonNull(result, "result");
  }
}
