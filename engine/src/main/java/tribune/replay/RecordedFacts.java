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
  <T> T fold(Function<Proposal, T> known, Function<String, T> lost);

  /** The facts of this audit. */
  static RecordedFacts of(Trail trail, StoredRecord stored, Body.Audited audited) {
    if (!audited.facts().schema().equals(AuditEngine.FACTS_SCHEMA)) {
      return new Lost(
          "its facts are in the form "
              + audited.facts().schema()
              + "; this version of Tribune reads "
              + AuditEngine.FACTS_SCHEMA);
    }
    Optional<Payload> payload = trail.payload(stored.seq());
    if (payload.isEmpty()) {
      return new Lost("its facts are no longer kept");
    }
    return ProposalReader.readRecorded(audited.decision().id(), payload.get().json())
        .<RecordedFacts>fold(
            sound -> new Known(sound.value()),
            faulty ->
                new Lost("its facts cannot be read: " + faulty.diagnostics().get(0).message()));
  }

  /** They are what a proposal is made of today. */
  record Known(Proposal facts) implements RecordedFacts {
    public Known {
      requireNonNull(facts, "facts");
    }

    @Override
    public <T> T fold(Function<Proposal, T> known, Function<String, T> lost) {
      return known.apply(facts);
    }
  }

  /** They are gone, or in a form that is not known here. */
  record Lost(String why) implements RecordedFacts {
    public Lost {
      requireNonNull(why, "why");
    }

    @Override
    public <T> T fold(Function<Proposal, T> known, Function<String, T> lost) {
      return lost.apply(why);
    }
  }
}
