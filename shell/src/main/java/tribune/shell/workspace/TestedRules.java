package tribune.shell.workspace;

import static java.util.Objects.requireNonNull;

import java.util.List;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.cases.RuleCase;

/**
 * A rule base with the cases that test it.
 *
 * @param files with those of tests; of the same version as the rules
 */
public record TestedRules(RuleBase rules, RuleBaseFiles files, List<RuleCase> cases) {
  public TestedRules {
    requireNonNull(rules, "rules");
    requireNonNull(files, "files");
    cases = List.copyOf(cases);
  }
}
