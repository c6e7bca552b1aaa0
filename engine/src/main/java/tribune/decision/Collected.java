package tribune.decision;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Sets that keep the order in which they were written, so that output never depends on hashing. */
final class Collected {
  private Collected() {}

  static <T> Set<T> inOrder(Set<T> written) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(written));
  }
}
