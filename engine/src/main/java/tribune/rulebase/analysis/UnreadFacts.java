package tribune.rulebase.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tribune.document.Diagnostic;
import tribune.document.NearestName;
import tribune.rulebase.Check;
import tribune.rulebase.Foundations;
import tribune.rulebase.RuleBaseCode;
import tribune.verdict.CheckId;

/** Facts that a check asks the proposer for and that its rules never look at. */
final class UnreadFacts implements Finder {

  @Override
  public List<Diagnostic> find(Written rules) {
    Foundations foundations = rules.outlines().foundations();
    List<Diagnostic> found = new ArrayList<>();
    for (Placed<Check> check : rules.checks()) {
      if (CheckId.isWellFormed(check.value().id())) {
        Set<String> read = foundations.mentioned(check.value().checkId());
        int index = 0;
        for (String fact : check.value().asks()) {
          if (!read.contains(section(fact))) {
            found.add(diagnostic(check, index, fact));
          }
          index++;
        }
      }
    }
    return found;
  }

  /** The section of a fact with the member of it, if one is named; deeper steps are left out. */
  private static String section(String fact) {
    String[] steps = fact.split("\\.", -1);
    return steps.length == 1 ? fact : steps[0] + "." + steps[1];
  }

  private static Diagnostic diagnostic(Placed<Check> check, int index, String fact) {
    Diagnostic found =
        check.at(
            RuleBaseCode.UNREAD_FACT,
            check.part().place("asks", index),
            check.value().id() + " asks for " + fact + ", which none of its rules reads");
    return Foundations.askable().contains(section(fact))
        ? found.note("leave it out, or read it in a rule: nobody should be asked for nothing")
        : found.note(
            NearestName.to(fact, Foundations.askable())
                .map(near -> "a proposal has no such fact; did you mean " + near + "?")
                .orElse("a proposal has no such fact; docs/proposals.md lists them"));
  }
}
