package tribune.shell.workspace;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import tribune.document.Diagnostic;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.rulebase.Budget;
import tribune.rulebase.RuleBaseCode;

/**
 * How much an evaluation may use on this machine: what the program thinks enough, or what {@code
 * TRIBUNE_RULE_BUDGET} says, such as {@code seconds=300,firings=1000000}. No file of a rule base
 * has a say in it.
 */
final class RuleBudget {
  static final String VARIABLE = "TRIBUNE_RULE_BUDGET";

  private RuleBudget() {}

  /**
   * Reads the variable.
   *
   * @param environment the variables of the process
   */
  static Reading<Budget> of(Map<String, String> environment) {
    String text = environment.getOrDefault(VARIABLE, "");
    Budget budget = Budget.DEFAULT;
    try {
      for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
        String[] words = part.strip().split("=", -1);
        budget = changed(budget, words[0], Long.parseLong(words.length == 2 ? words[1] : ""));
      }
      return new Reading.Sound<>(budget, List.of());
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Reading.faulty(
          Diagnostic.of(
                  RuleBaseCode.NO_BUDGET, Source.of(VARIABLE, text), "this is no budget: " + text)
              .note(
                  "write numbers from 1 on for some of seconds, firings, facts, steps and"
                      + " combinations, such as seconds=300,firings=1000000"));
    }
  }

  private static Budget changed(Budget budget, String what, long limit) {
    return switch (what) {
      case "seconds" -> budget.withTime(Duration.ofSeconds(limit));
      case "firings" -> budget.withFirings(Math.toIntExact(limit));
      case "facts" -> budget.withFacts(Math.toIntExact(limit));
      case "steps" -> budget.withSteps(limit);
      case "combinations" -> budget.withCombinations(limit);
      default -> throw new IllegalArgumentException(what);
    };
  }
}
