package tribune.decision;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tribune.document.Diagnostics;
import tribune.schema.Bound;
import tribune.schema.Part;

/** Days that have an order: collecting begins before it ends, input comes before the proposal. */
final class DateOrder implements Consistency {
  @Override
  public void examine(Bound<Proposal> bound, Diagnostics diagnostics) {
    Optional<Part<Decision>> decision = bound.parts(Decision.class).stream().findFirst();
    @Nullable LocalDate submitted = decision.map(d -> d.value().submittedOn()).orElse(null);
    @Nullable LocalDate effective = decision.map(d -> d.value().effectiveOn()).orElse(null);

    for (Part<InputEvidence> evidence : bound.parts(InputEvidence.class)) {
      LocalDate from = evidence.value().collectedFrom();
      LocalDate to = evidence.value().collectedTo();
      Day last = new Day(evidence, "collectedTo", to);
      last.notBefore("collectedFrom", from, diagnostics);
      last.notAfter("decision.submittedOn", submitted, diagnostics);
      if (to == null) {
        new Day(evidence, "collectedFrom", from)
            .notAfter("decision.submittedOn", submitted, diagnostics);
      }
    }
    for (Part<OutcomeReview> review : bound.parts(OutcomeReview.class)) {
      new Day(review, "on", review.value().on())
          .notBefore("decision.effectiveOn", effective, diagnostics);
    }
    for (Part<PriorImprovement> improvement : bound.parts(PriorImprovement.class)) {
      new Day(improvement, "on", improvement.value().on())
          .notAfter("decision.submittedOn", submitted, diagnostics);
    }
  }

  /** A day that a member states. */
  private record Day(Part<?> part, String member, @Nullable LocalDate day) {
    void notBefore(String otherName, @Nullable LocalDate other, Diagnostics diagnostics) {
      if (day != null && other != null && day.isBefore(other)) {
        report(" is before ", otherName, other, diagnostics);
      }
    }

    void notAfter(String otherName, @Nullable LocalDate other, Diagnostics diagnostics) {
      if (day != null && other != null && day.isAfter(other)) {
        report(" is after ", otherName, other, diagnostics);
      }
    }

    private void report(
        String relation, String otherName, LocalDate other, Diagnostics diagnostics) {
      diagnostics.add(
          ProposalCode.DATE_ORDER,
          part.place(member),
          part.path(member) + relation + otherName,
          otherName + " is " + other,
          "correct one of the two days");
    }
  }
}
