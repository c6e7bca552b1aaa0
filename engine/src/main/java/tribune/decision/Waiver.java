package tribune.decision;

import java.time.LocalDate;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Required;

/** A dated, owned, expiring acceptance of a FAIL. */
@Doc("A dated, owned, expiring acceptance of a FAIL.")
public record Waiver(
    @Doc("The check, such as LTR-03") @Key @Required String check,
    @Doc("Why the board accepts it") @Required String reason,
    @Doc("Who accepts it") @Required String approver,
    @Doc("Until when") @Required LocalDate expiresOn) {}
