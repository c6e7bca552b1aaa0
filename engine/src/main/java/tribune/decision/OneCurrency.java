package tribune.decision;

import java.util.Currency;
import org.jspecify.annotations.Nullable;
import tribune.document.Diagnostics;
import tribune.schema.Bound;
import tribune.schema.Member;
import tribune.schema.Part;

/** All amounts of a proposal are in one currency: rates change, and rules compare amounts. */
final class OneCurrency implements Consistency {
  @Override
  public void examine(Bound<Proposal> bound, Diagnostics diagnostics) {
    @Nullable Currency first = null;
    String firstAt = "";
    for (Part<?> part : bound.parts()) {
      for (Member member : part.type().members()) {
        if (member.in(part.value()) instanceof Money money) {
          if (first == null) {
            first = money.currency();
            firstAt = part.path(member.name());
          } else if (!first.equals(money.currency())) {
            diagnostics.add(
                ProposalCode.MIXED_CURRENCIES,
                part.place(member.name()),
                part.path(member.name()) + " is in another currency than " + firstAt,
                "write it in " + first,
                "Tribune knows no rates; convert at the rate of the proposal's day");
          }
        }
      }
    }
  }
}
