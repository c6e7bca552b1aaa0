package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.util.List;
import tribune.verdict.CheckId;
import tribune.verdict.Ground;

/**
 * What one match of one rule reported.
 *
 * @param missing paths that the rule misses; empty unless it needs evidence
 */
record Report(CheckId check, Facet facet, List<String> missing, Ground ground) {
  Report {
    requireNonNull(check, "check");
    requireNonNull(facet, "facet");
    missing = List.copyOf(missing);
    requireNonNull(ground, "ground");
  }
}
