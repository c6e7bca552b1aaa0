package tribune.rulebase.analysis;

import tribune.rulebase.Condition;

/** One condition of an alternative, none of which holds an alternative itself. */
sealed interface Literal {

  /** There is such a fact. */
  record Present(Condition.FactPattern pattern) implements Literal {}

  /** There is no such fact. */
  record Absent(Condition.FactPattern pattern) implements Literal {}

  /** Something that is not looked into; it may hold or not. */
  record Unclear() implements Literal {}
}
