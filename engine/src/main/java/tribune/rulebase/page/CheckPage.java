package tribune.rulebase.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tribune.rulebase.Check;
import tribune.rulebase.Foundations.Derived;
import tribune.rulebase.Principle;
import tribune.rulebase.RuleText;
import tribune.rulebase.ThresholdTable;
import tribune.rulebase.WaiverTable;

/**
 * All there is to say of a check.
 *
 * @param facts what it asks the proposer for
 * @param thresholds that it compares with, directly or through what is derived
 * @param refused reasons that a waiver of it may never use
 * @param derived what it builds on
 * @param fails an example, if there is a case
 * @param passes an example, if there is a case
 * @param rules as they are written
 */
public record CheckPage(
    Principle principle,
    Check check,
    List<AskedFact> facts,
    List<ThresholdTable.Entry> thresholds,
    List<WaiverTable.Refused> refused,
    List<Derived> derived,
    Optional<Example> fails,
    Optional<Example> passes,
    List<RuleText> rules) {
  public CheckPage {
    requireNonNull(principle, "principle");
    requireNonNull(check, "check");
    facts = List.copyOf(facts);
    thresholds = List.copyOf(thresholds);
    refused = List.copyOf(refused);
    derived = List.copyOf(derived);
    requireNonNull(fails, "fails");
    requireNonNull(passes, "passes");
    rules = List.copyOf(rules);
  }

  /** The kinds of decision that a check can apply to, in words. */
  public static String kinds(Check check) {
    return check.kinds().isEmpty()
        ? "all kinds of decision"
        : check.kinds().stream().map(Enum::name).collect(Collectors.joining(", "));
  }

  /** The page for people. */
  public Page page() {
    return CheckLayout.of(this);
  }
}
