package tribune.verdict;

import static java.util.Objects.requireNonNull;

/**
 * A value that a rule read and that a finding rests on.
 *
 * @param name what the rule calls it, such as {@code share}
 * @param text the value as people write it, such as {@code 35%}
 * @param from where it stands: a path in the proposal such as {@code segments[families].share},
 *     {@code computed from} such a path, {@code derived from} facts, or {@code threshold}
 */
public record Value(String name, String text, String from) {
  public Value {
    requireNonNull(name, "name");
    requireNonNull(text, "text");
    requireNonNull(from, "from");
  }
}
