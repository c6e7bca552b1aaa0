package tribune.decision;

import tribune.document.Diagnostics;
import tribune.document.Place;
import tribune.schema.Bound;

/** A proposal has a limited number of facts, so that evaluating it takes a limited time. */
final class FactLimit implements Consistency {
  static final int LIMIT = 10_000;

  @Override
  public void examine(Bound<Proposal> bound, Diagnostics diagnostics) {
    long facts = bound.parts().stream().filter(part -> part.value() instanceof Fact).count();
    if (facts > LIMIT) {
      diagnostics.add(
          ProposalCode.TOO_MANY_FACTS,
          Place.START,
          "the proposal has " + facts + " facts",
          "at most " + LIMIT + " are allowed");
    }
  }
}
