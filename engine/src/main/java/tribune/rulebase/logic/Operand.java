package tribune.rulebase.logic;

import java.math.BigDecimal;

/** One side of a comparison. */
public sealed interface Operand {

  /** A value that differs from proposal to proposal, by a name that is the same wherever it is. */
  record Term(String name) implements Operand {}

  /** A number. */
  record Amount(BigDecimal value) implements Operand {}

  /** A constant of an enum, a text, true or false. */
  record Constant(Values.Word word) implements Operand {}

  /** null. */
  record Unstated() implements Operand {}
}
