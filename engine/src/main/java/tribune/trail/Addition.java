package tribune.trail;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import tribune.document.CanonicalJson;

/** A record without place and time, with what goes with it. */
record Addition(
    Actor actor, Body body, @Nullable Payload payload, @Nullable StoredRuleBase ruleBase) {

  /** A record that the trail writes of itself. */
  static Addition of(Actor actor, Body body) {
    return new Addition(actor, body, null, null);
  }

  static Addition of(Activation activation) {
    Body body =
        new Body.Activated(
            activation.ruleBase().ref(),
            activation.reason(),
            activation.engine(),
            activation.rehearsal());
    return new Addition(activation.actor(), body, null, activation.ruleBase());
  }

  static Addition of(Draft draft, SecureRandom random) {
    byte[] facts = CanonicalJson.write(draft.facts());
    if (facts.length > Payload.MAX_BYTES) {
      throw RecordTooLarge.facts(facts.length);
    }
    Payload payload = Payload.salted(facts, random);
    Body body =
        new Body.Audited(
            draft.decision(),
            new FactsRef(draft.schema(), payload.commitment(), payload.bytes()),
            draft.ruleBase().ref(),
            draft.engine(),
            draft.result());
    return new Addition(draft.actor(), body, payload, draft.ruleBase());
  }
}
