package tribune.rulebase.language;

import static java.util.Objects.requireNonNull;

import tribune.decision.Level;

/**
 * How much is at stake for customers. A rule base derives it; exactly one level may hold, and
 * several reasons may lead to it.
 *
 * @param because one plain phrase, such as {@code adverse and reaches 35% of customers}
 */
public record Stakes(Level level, String because) {
  public Stakes {
    requireNonNull(level, "level");
    requireNonNull(because, "because");
  }
}
