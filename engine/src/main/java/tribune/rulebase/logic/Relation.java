package tribune.rulebase.logic;

import java.util.EnumSet;
import java.util.Set;

/** How two values that are not known can stand to each other. */
public enum Relation {
  LESS,
  EQUAL,
  GREATER,
  BOTH_UNSTATED,
  /** One of them is not stated, or they have no order. */
  APART;

  /** The relations that an operator allows; null never has an order. */
  static Set<Relation> of(Operator operator) {
    return switch (operator) {
      case EQUAL -> EnumSet.of(EQUAL, BOTH_UNSTATED);
      case UNEQUAL -> EnumSet.of(LESS, GREATER, APART);
      case LESS -> EnumSet.of(LESS);
      case AT_MOST -> EnumSet.of(LESS, EQUAL);
      case GREATER -> EnumSet.of(GREATER);
      case AT_LEAST -> EnumSet.of(GREATER, EQUAL);
    };
  }
}
