package tribune.export.html;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tribune.export.ExportRow;
import tribune.proof.Hash;
import tribune.trail.Body;

/**
 * The rule bases of a report, numbered in the order in which audits name them. Reading one takes
 * some time, so the last few are kept. Used by one thread.
 */
final class RuleBooks {
  /** Audits that follow each other mostly share one. */
  private static final int KEPT = 4;

  private final Map<Hash, Integer> numbers = new HashMap<>();
  private final Map<Hash, RuleBook> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Hash, RuleBook> eldest) {
          return size() > KEPT;
        }
      };

  /** The rule base of an audit. */
  RuleBook of(ExportRow row, Body.Audited audit) {
    Hash sha256 = audit.ruleBase().sha256();
    int number = numbers.computeIfAbsent(sha256, first -> numbers.size() + 1);
    return kept.computeIfAbsent(sha256, unknown -> new RuleBook(number, row.ruleBase()));
  }
}
