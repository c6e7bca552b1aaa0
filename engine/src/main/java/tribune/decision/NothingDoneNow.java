package tribune.decision;

import java.math.BigDecimal;
import java.util.Optional;
import tribune.document.Diagnostics;
import tribune.document.Place;
import tribune.schema.Bound;
import tribune.schema.Part;

/**
 * A decision not to act now changes nothing for customers, and it is no emergency: checks that it
 * lifts would otherwise be lifted from a decision that does act.
 */
final class NothingDoneNow implements Consistency {
  @Override
  public void examine(Bound<Proposal> bound, Diagnostics diagnostics) {
    Optional<Part<Decision>> stated = bound.parts(Decision.class).stream().findFirst();
    if (stated.isEmpty() || stated.get().value().notNow() != Tri.YES) {
      return;
    }
    Decision decision = stated.get().value();
    BigDecimal priceChange = decision.priceChange();
    Acts acts = new Acts(stated.get(), diagnostics);
    if (decision.urgency() == Urgency.SAFETY_EMERGENCY) {
      acts.stated("urgency", "is SAFETY_EMERGENCY");
    }
    if (decision.retroactive() == Tri.YES) {
      acts.stated("retroactive", "is yes");
    }
    if (priceChange != null && priceChange.signum() != 0) {
      acts.stated("priceChange", "is not 0%");
    }
    if (decision.removesCapability() == Tri.YES) {
      acts.stated("removesCapability", "is yes");
    }
    bound.parts(CapabilityRemoval.class).stream().findFirst().ifPresent(acts::listed);
  }

  private record Acts(Part<Decision> decision, Diagnostics diagnostics) {
    void stated(String member, String how) {
      String path = decision.path(member);
      report(path, path + " " + how, decision.place(member));
    }

    void listed(Part<?> fact) {
      report(fact.path(), "there is " + fact.path(), fact.node().place());
    }

    private void report(String path, String what, Place place) {
      diagnostics.add(
          ProposalCode.CONTRADICTION,
          decision.place("notNow"),
          decision.path("notNow") + " is yes, but " + what,
          "write no, or delete it",
          path + " is in line " + place.line());
    }
  }
}
