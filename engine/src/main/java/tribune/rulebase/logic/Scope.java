package tribune.rulebase.logic;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the variables of a rule stand for. Not safe for use by several threads. */
public final class Scope {
  private final Map<String, Operand> variables = new HashMap<>();

  public Scope() {}

  private Scope(Map<String, Operand> variables) {
    this.variables.putAll(variables);
  }

  /** A scope of its own that begins with what is known here. */
  public Scope copy() {
    return new Scope(variables);
  }

  public void bind(String variable, Operand operand) {
    variables.put(variable, operand);
  }

  Optional<Operand> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  /** The name of what a variable stands for, to be a part of other names. */
  String name(String variable) {
    Operand operand = variables.get(variable);
    return operand instanceof Operand.Term term ? term.name() : variable + "=" + operand;
  }
}
