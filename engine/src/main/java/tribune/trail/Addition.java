package tribune.trail;

import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tribune.document.CanonicalJson;

/**
 * A record without place and time, with what goes with it.
 *
 * @param choice how an audit came to its rule base
 */
record Addition(
    Actor actor,
    Body body,
    @Nullable Payload payload,
    @Nullable StoredRuleBase ruleBase,
    Draft.RuleChoice choice) {

  /** A record that the trail writes of itself. */
  static Addition of(Actor actor, Body body) {
    return new Addition(actor, body, null, null, Draft.RuleChoice.NAMED);
  }

  static Addition of(Activation activation) {
    Body body =
        new Body.Activated(
            activation.ruleBase().ref(),
            activation.reason(),
            activation.engine(),
            activation.rehearsal());
    return new Addition(
        activation.actor(), body, null, activation.ruleBase(), Draft.RuleChoice.NAMED);
  }

  static Addition of(Draft draft, SecureRandom random) {
    byte[] facts = CanonicalJson.write(draft.facts());
    if (facts.length > Payload.MAX_BYTES) {
      throw RecordTooLarge.facts(facts.length);
    }
    Payload payload = Payload.salted(facts, random);
    Body body =
        new Body.Audited(
            draft.submission().or(() -> Optional.of(SubmissionKey.fresh(random))),
            draft.decision(),
            new FactsRef(draft.schema(), payload.commitment(), payload.bytes()),
            draft.ruleBase().ref(),
            draft.engine(),
            draft.result());
    return new Addition(draft.actor(), body, payload, draft.ruleBase(), draft.choice());
  }

  /** The key it is submitted under; what the trail writes of itself has none. */
  Optional<SubmissionKey> submission() {
    return audited().flatMap(Body.Audited::submission);
  }

  Optional<Body.Audited> audited() {
    return body instanceof Body.Audited audited ? Optional.of(audited) : Optional.empty();
  }

  /**
   * Whether this is what was recorded: the same decision, facts and rule base. The result follows
   * from them and from the day, which may be another one when it is sent again. Facts that were
   * erased cannot be compared but for their length.
   */
  boolean isAsIn(Entry recorded) {
    return audited()
        .flatMap(now -> recorded.audited().map(then -> isSame(now, then, recorded)))
        .orElse(false);
  }

  private boolean isSame(Body.Audited now, Body.Audited then, Entry recorded) {
    Payload facts = payload;
    Payload before = recorded.payload();
    boolean sameFacts = facts != null && (before == null || facts.sameFacts(before));
    return sameFacts
        && now.decision().equals(then.decision())
        && now.ruleBase().equals(then.ruleBase())
        && now.facts().schema().equals(then.facts().schema())
        && now.facts().bytes() == then.facts().bytes();
  }
}
