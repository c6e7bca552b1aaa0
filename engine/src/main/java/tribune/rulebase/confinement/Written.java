package tribune.rulebase.confinement;

import static java.util.Objects.requireNonNull;

/**
 * Something that is written in a rule file and may not be.
 *
 * @param line from 1
 * @param column from 1, in Unicode code points
 * @param length in code points
 * @param what plain words, such as {@code calls getClass, which rules may not}
 * @param instead what to do
 */
public record Written(int line, int column, int length, String what, String instead) {
  public Written {
    requireNonNull(what, "what");
    requireNonNull(instead, "instead");
  }
}
