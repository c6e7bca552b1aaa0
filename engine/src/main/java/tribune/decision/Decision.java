package tribune.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tribune.schema.Between;
import tribune.schema.Doc;
import tribune.schema.In;
import tribune.schema.Matches;
import tribune.schema.Required;
import tribune.schema.Unit;

/**
 * A business choice that affects customers.
 *
 * @param revision never null in a record: 1 if it is left out
 */
@Doc("A business choice that affects customers.")
public record Decision(
    @Doc("What is its short name, kept through all revisions?")
        @Required
        @Matches(
            value = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}",
            means = "a short name such as free-bags-2025: letters, digits, points, hyphens")
        String id,
    @Doc("Which version of the proposal is this? 1 if left out") @Between(min = "1", max = "9999")
        @Nullable Integer revision,
    @Doc("What sort of choice is it?") @Required Kind kind,
    @Doc("What is decided, in one line?") @Required String title,
    @Doc("What will change, for whom, and why?") @Nullable String summary,
    @Doc("Which company and business unit decides?") @Nullable String organisation,
    @Doc("Who stands for the decision?") @Nullable String sponsor,
    @Doc("Is it about motive, experience, or the ability to manage experience?")
        @Nullable Scope scope,
    @Doc("Why can it not wait?") @Nullable Urgency urgency,
    @Doc("Is the decision not to act now?") Tri notNow,
    @Doc("Who first asked for it?") @Nullable Originator originator,
    @Doc("What did it start from?") @Nullable StartingPoint startingPoint,
    @Doc("On which day is the proposal submitted? Evidence is aged as of this day")
        @Nullable LocalDate submittedOn,
    @Doc("On which day do customers learn of it?") @Nullable LocalDate announcedOn,
    @Doc("On which day does it take effect?") @Nullable LocalDate effectiveOn,
    @Doc("What share of all customers does it touch?") @In(Unit.SHARE) @Nullable BigDecimal reach,
    @Doc("Does any customer lose something by it (money, a feature, a right, time)?") Tri adverse,
    @Doc("How hard is it to take back?") @Nullable Reversibility reversibility,
    @Doc("Is it introduced step by step?") Tri phased,
    @Doc("Is there a tested way back?") Tri rollbackPlan,
    @Doc("Does it change what existing customers already have or bought?") Tri retroactive,
    @Doc("Do existing customers keep the deal they have?") Tri grandfathered,
    @Doc("By how much does the price change, if it does?")
        @In(Unit.CHANGE)
        @Between(min = "-100", max = "100000")
        @Nullable BigDecimal priceChange,
    @Doc("Was any customer input gathered for this decision?") Tri inputGathered,
    @Doc("Is it something customers have never used before?") Tri novelToCustomer,
    @Doc("Does it take away something customers use today?") Tri removesCapability,
    @Doc("Can harm to customers be foreseen?") Tri foreseeableHarm,
    @Doc("Does it break a promise made in public?") Tri breaksPromise,
    @Doc("Do all channels say the same?") Tri messagesConsistent,
    @Doc("What else was considered, doing nothing included?") List<Alternative> alternatives)
    implements Fact {
  private static final int FIRST_REVISION = 1;

  public Decision {
    revision = revision == null ? FIRST_REVISION : revision;
    alternatives = List.copyOf(alternatives);
  }
}
