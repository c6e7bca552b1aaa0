package tribune.decision;

import java.time.LocalDate;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Matches;
import tribune.schema.Required;

/** A dated, owned, expiring acceptance of a FAIL. */
@Doc("A dated, owned, expiring acceptance of a FAIL.")
public record Waiver(
    @Doc("Which check, such as LTR-03?")
        @Key
        @Required
        @Matches(value = "[A-Z][A-Z0-9]{1,7}-[0-9]{2,3}", means = "a check id such as LTR-03")
        String check,
    @Doc("Why is its FAIL accepted?") @Required String reason,
    @Doc("Who accepts it?") @Required String approver,
    @Doc("Until when is it accepted?") @Required LocalDate expiresOn) {}
