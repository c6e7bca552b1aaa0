package tribune.shell.workspace;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.cases.KnownGaps;
import tribune.rulebase.cases.RuleCase;
import tribune.verdict.CheckId;

/**
 * A rule base with the cases that test it.
 *
 * @param files with those of tests; of the same version as the rules
 * @param known what the cases leave open for a reason
 */
public record TestedRules(
    RuleBase rules, RuleBaseFiles files, List<RuleCase> cases, KnownGaps known) {
  public TestedRules {
    requireNonNull(rules, "rules");
    requireNonNull(files, "files");
    cases = List.copyOf(cases);
    requireNonNull(known, "known");
  }

  /** The cases of these checks; all, if none is named. */
  public List<RuleCase> casesOf(Set<CheckId> checks) {
    return cases.stream()
        .filter(
            it ->
                checks.isEmpty()
                    || checks.stream().anyMatch(id -> id.text().equals(it.expected().check())))
        .toList();
  }
}
