package tribune.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Required;

/** A department whose work or customers the decision touches. */
@Doc("A department whose work or customers the decision touches.")
public record AffectedDepartment(
    @Doc("Which department?") @Key @Required String name,
    @Doc("How strongly is it touched?") @Nullable Level impact,
    @Doc("How far was it heard?") @Nullable ConsultationState state,
    @Doc("On which day was it last heard?") @Nullable LocalDate on,
    @Doc("What did it say?") @Nullable String note)
    implements Fact {}
