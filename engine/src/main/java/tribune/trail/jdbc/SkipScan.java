package tribune.trail.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the different values of an indexed column by jumping from one to the next, so that it does
 * not matter how often each occurs. The jump asks for values from {@code value + U+0001} on, which
 * is the next there can be, since texts in these columns hold no control characters; H2 walks
 * through all equal rows when it is asked for values greater than one.
 */
final class SkipScan {
  private static final char NEXT = '\u0001';

  private SkipScan() {}

  /**
   * The values that start like this, in order.
   *
   * @param firstFrom the first value that is not less than a bound
   */
  static List<String> startingWith(
      String prefix, int limit, Function<String, Optional<String>> firstFrom) {
    List<String> values = new ArrayList<>();
    Optional<String> next = firstFrom.apply(prefix);
    while (values.size() < limit && next.isPresent() && next.get().startsWith(prefix)) {
      values.add(next.get());
      next = firstFrom.apply(next.get() + NEXT);
    }
    return values;
  }
}
