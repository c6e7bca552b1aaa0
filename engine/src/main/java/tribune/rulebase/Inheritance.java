package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.util.List;
import tribune.verdict.CheckId;

/**
 * What a rule base has from the one it builds on, and what it changed in it. Immutable.
 *
 * @param base what that rule base says of itself
 * @param switchedOff checks that yield no finding any more
 */
public record Inheritance(
    Catalogue base,
    List<Off> switchedOff,
    List<RuleBaseDescription.OtherSeverity> severities,
    List<OtherThreshold> thresholds) {
  public Inheritance {
    requireNonNull(base, "base");
    switchedOff = List.copyOf(switchedOff);
    severities = List.copyOf(severities);
    thresholds = List.copyOf(thresholds);
  }

  /** A check that was switched off. */
  public record Off(Check check, String why) {}

  /**
   * A threshold that was changed.
   *
   * @param before its value in the base
   */
  public record OtherThreshold(ThresholdTable.Entry entry, String before) {}

  /** Whether it gives a threshold of the base another value. */
  public boolean changes(String threshold) {
    return thresholds.stream().anyMatch(it -> it.entry().id().equals(threshold));
  }

  /** Whether a check was switched off, here or further down. */
  boolean isSwitchedOff(CheckId id) {
    return switchedOff.stream().anyMatch(it -> it.check().checkId().equals(id))
        || base.isSwitchedOff(id);
  }
}
