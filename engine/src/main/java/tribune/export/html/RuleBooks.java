package tribune.export.html;

import java.util.HashMap;
import java.util.Map;
import tribune.export.ExportRow;
import tribune.proof.Hash;
import tribune.trail.Body;
import tribune.trail.RecentRuleBases;

/**
 * The rule bases of a report, numbered in the order in which audits name them. Used by one thread.
 */
final class RuleBooks {
  private final Map<Hash, Integer> numbers = new HashMap<>();
  private final RecentRuleBases<Hash, RuleBook> kept = new RecentRuleBases<>();

  /** The rule base of an audit. */
  RuleBook of(ExportRow row, Body.Audited audit) {
    Hash sha256 = audit.ruleBase().sha256();
    int number = numbers.computeIfAbsent(sha256, first -> numbers.size() + 1);
    return kept.find(sha256)
        .orElseGet(() -> kept.keep(sha256, new RuleBook(number, row.ruleBase())));
  }
}
