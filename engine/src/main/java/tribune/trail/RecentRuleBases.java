package tribune.trail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was made of the rule bases that records named last. Making it takes some time, and records
 * that follow each other mostly share one; so a few are kept, however many a trail has. Used by one
 * thread.
 *
 * @param <K> how a rule base is named
 * @param <T> what was made of it
 */
public final class RecentRuleBases<K, T> {
  private static final int KEPT = 4;

  private final Map<K, T> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, T> eldest) {
          return size() > KEPT;
        }
      };

  /** What is kept under that name. */
  public Optional<T> find(K name) {
    return Optional.ofNullable(kept.get(name));
  }

  /** Keeps it, in the place of the one that was not asked for the longest, and returns it. */
  public T keep(K name, T made) {
    kept.put(name, made);
    return made;
  }
}
