package tribune.rules;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import tribune.decision.Proposal;
import tribune.rulebase.Check;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.cases.CaseFile;
import tribune.rulebase.cases.RuleCase;
import tribune.verdict.Finding;
import tribune.verdict.Outcome;

/** The rule base of this module as it stands in its folder, compiled once for all tests. */
final class Shipped {
  static final LocalDate DAY = LocalDate.of(2026, 1, 15);

  private static final RuleBaseFiles FILES = RuleBaseFiles.in(Path.of("")).orThrow();
  private static final RuleBase RULES = RuleBase.load(FILES, CompiledRulesCache.none()).orThrow();
  private static final List<RuleCase> CASES = CaseFile.readAll(FILES).orThrow();

  private Shipped() {}

  static RuleBaseFiles files() {
    return FILES;
  }

  static RuleBase rules() {
    return RULES;
  }

  static List<Check> checks() {
    return RULES.catalogue().checks();
  }

  static List<RuleCase> cases() {
    return CASES;
  }

  static List<RuleCase> passingCasesOf(Check check) {
    return CASES.stream()
        .filter(it -> it.expected().check().equals(check.id()))
        .filter(it -> it.expected().outcome() == Outcome.PASS)
        .toList();
  }

  static Finding finding(Proposal proposal, Check check) {
    return RULES.evaluate(proposal, DAY).findings().stream()
        .filter(it -> it.check().equals(check.checkId()))
        .findFirst()
        .orElseThrow();
  }

  static Outcome outcome(Proposal proposal, Check check) {
    return finding(proposal, check).outcome();
  }
}
