package tribune.rulebase;

import java.util.List;
import java.util.Set;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Required;
import tribune.verdict.CheckId;

/**
 * The waivers.yaml of a rule base: reasons that a waiver may never use. They are data so far:
 * nothing refuses a waiver yet.
 */
@Doc("Reasons that a waiver may never use.")
public record WaiverTable(@Doc("The reasons") List<Refused> refused) {
  public WaiverTable {
    refused = List.copyOf(refused);
  }

  /**
   * A reason that a waiver may never use.
   *
   * @param checks the checks that it is used against; none stands for all
   */
  @Doc("A reason that a waiver may never use.")
  public record Refused(
      @Doc("Id, such as they-do-not-know") @Key @Required String id,
      @Doc("The reason, as it is usually given") @Required String reason,
      @Doc("The phrase that names it") @Required Check.Basis basis,
      @Doc("What to do instead") @Required String answer,
      @Doc("Checks that it is used against; all, if left out") Set<String> checks) {

    /** Whether the reason is refused for a check. */
    public boolean concerns(CheckId check) {
      return checks.isEmpty() || checks.contains(check.text());
    }
  }
}
