package tribune.rulebase;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Named;
import tribune.schema.Required;
import tribune.verdict.Severity;

/**
 * What rulebase.yaml says: what the rule base is called, and if it builds on another one, what it
 * changes in it.
 *
 * @param base the rule base it builds on: the shipped one by its name, or a directory, relative to
 *     this one; null if it stands alone
 * @param switchedOff checks of the base that do not count here
 * @param severities checks of the base that weigh more or less here
 * @param thresholds thresholds of the base that are other numbers here
 */
@Doc("A rule base.")
public record RuleBaseDescription(
    @Doc("Name, such as customer-centricity") @Required String name,
    @Doc("Version for people; the version that counts is the hash") @Required String version,
    @Doc("What it is for") @Required String title,
    @Doc("The rule base it builds on: customer-centricity, or a directory beside it")
        @Named("extends")
        @Nullable String base,
    @Doc("Checks of that rule base that do not count here") List<SwitchedOff> switchedOff,
    @Doc("Checks of that rule base that weigh more or less here") List<OtherSeverity> severities,
    @Doc("Thresholds of that rule base that are other numbers here")
        List<ThresholdTable.Entry> thresholds) {
  public RuleBaseDescription {
    switchedOff = List.copyOf(switchedOff);
    severities = List.copyOf(severities);
    thresholds = List.copyOf(thresholds);
  }

  /** A check that does not count. */
  @Doc("A check that does not count.")
  public record SwitchedOff(
      @Doc("The check, such as SIL-03") @Key @Required String check,
      @Doc("Why it does not count") @Required String why) {}

  /** A check that weighs more or less. */
  @Doc("A check that weighs more or less.")
  public record OtherSeverity(
      @Doc("The check, such as LTR-03") @Key @Required String check,
      @Doc("How much a FAIL weighs") @Required Severity severity,
      @Doc("Why") @Required String why) {}
}
