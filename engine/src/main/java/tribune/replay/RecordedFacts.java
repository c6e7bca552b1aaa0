package tribune.replay;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import tribune.decision.Proposal;
import tribune.decision.ProposalReader;
import tribune.engine.AuditEngine;
import tribune.trail.Body;
import tribune.trail.Payload;
import tribune.trail.StoredRecord;
import tribune.trail.Trail;

/** The facts that an audit rested on, as a proposal again, or why there is none. Immutable. */
sealed interface RecordedFacts {
  <T> T fold(Function<Proposal, T> readable, Function<String, T> unreadable);

  /** The facts of this audit. */
  static RecordedFacts of(Trail trail, StoredRecord stored, Body.Audited audited) {
    if (!audited.facts().schema().equals(AuditEngine.FACTS_SCHEMA)) {
      return new Unreadable(
          "its facts are in the form "
              + audited.facts().schema()
              + "; this version of Tribune reads "
              + AuditEngine.FACTS_SCHEMA);
    }
    Optional<Payload> payload = trail.payload(stored.seq());
    if (payload.isEmpty()) {
      return new Unreadable("its facts are no longer kept");
    }
    return ProposalReader.readRecorded(audited.decision().id(), payload.get().json())
        .<RecordedFacts>fold(
            sound -> new Readable(sound.value()),
            faulty ->
                new Unreadable(
                    "its facts cannot be read: " + faulty.diagnostics().get(0).message()));
  }

  /** They are what a proposal is made of today. */
  record Readable(Proposal facts) implements RecordedFacts {
    public Readable {
      requireNonNull(facts, "facts");
    }

    @Override
    public <T> T fold(Function<Proposal, T> readable, Function<String, T> unreadable) {
      return readable.apply(facts);
    }
  }

  /** They are gone, or in a form that is not known here. */
  record Unreadable(String why) implements RecordedFacts {
    public Unreadable {
      requireNonNull(why, "why");
    }

    @Override
    public <T> T fold(Function<Proposal, T> readable, Function<String, T> unreadable) {
      return unreadable.apply(why);
    }
  }
}
