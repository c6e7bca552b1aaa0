package tribune.decision;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tribune.schema.Between;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Refers;
import tribune.schema.Required;

/** The gap between the experience customers want and the one they have. */
@Doc("The gap between the experience customers want and the one they have.")
public record GapStatement(
    @Doc("Which experience do customers want, in their words?") @Key @Required String desired,
    @Doc("Which experience do they have today?") @Nullable String current,
    @Doc("By what do customers judge it?") @Nullable String criterion,
    @Doc("Through whose eyes is this said?") @Nullable Viewpoint viewpoint,
    @Doc("How bad is the gap? 1 to 5") @Between(min = "1", max = "5") @Nullable Integer severity,
    @Doc("Which evidence shows the gap?") @Refers(InputEvidence.class) Set<String> evidence)
    implements Fact {
  public GapStatement {
    evidence = Collected.inOrder(evidence);
  }
}
