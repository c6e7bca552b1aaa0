package tribune.rulebase.cases;

import java.util.List;
import java.util.Set;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.SmallRuleBase;
import tribune.verdict.CheckId;

/** The check DEA-01 of the small rule base, whose cases leave two things open. */
final class Deals {
  static final Set<CheckId> CHECK = Set.of(new CheckId("DEA-01"));
  static final String CASES = "principles/deal/deal.cases.yaml";

  /** The cases that are missing. */
  static final String MISSING_CASES =
      """
        - name: who may keep their deal loses nothing
          check: DEA-01
          outcome: PASS
          proposal:
            decision: {kind: PRICING, adverse: yes, retroactive: yes, grandfathered: yes}
        - name: a price that harms nobody is not concerned
          check: DEA-01
          outcome: NOT_APPLICABLE
          proposal:
            decision: {kind: PRICING, adverse: no}
      """;

  private Deals() {}

  static SmallRuleBase withAllCases() {
    return SmallRuleBase.asShipped().adding(CASES, MISSING_CASES);
  }

  static Coverage coverage(SmallRuleBase small) {
    RuleBaseFiles files = small.files();
    List<RuleCase> cases = CaseFile.readAll(files).orThrow();
    return Coverage.of(
            small.load(), cases, CHECK, KnownGaps.read(files).orThrow(), CompiledRulesCache.none())
        .orThrow();
  }

  /** The edits of this check, or of the whole rule base if {@code checks} is empty. */
  static MutationReport mutation(SmallRuleBase small, Set<CheckId> checks) {
    RuleBase rules = small.load();
    Mutants all = Mutants.of(rules);
    return Mutation.of(
        rules,
        CaseFile.readAll(rules.files()).orThrow(),
        checks.isEmpty() ? all : all.of(checks),
        KnownGaps.read(rules.files()).orThrow(),
        done -> {});
  }
}
