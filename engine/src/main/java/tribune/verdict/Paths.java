package tribune.verdict;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Paths of facts: the first of them, and how many more there are. A proposal may hold thousands of
 * facts that one finding speaks of; a record stays small and says so.
 *
 * @param shown at most {@link #LIMIT} paths, such as {@code departments[Risk]}
 * @param omitted how many paths are not shown
 */
public record Paths(List<String> shown, int omitted) {
  /** How many paths are shown. */
  public static final int LIMIT = 12;

  public static final Paths NONE = new Paths(List.of(), 0);

  public Paths {
    shown = List.copyOf(shown);
    if (shown.size() > LIMIT || omitted < 0 || (omitted > 0 && shown.isEmpty())) {
      throw new IllegalArgumentException(shown.size() + " shown, " + omitted + " omitted");
    }
  }

  /** All of {@code paths}, as far as they fit. */
  public static Paths of(List<String> paths) {
    return new Paths(paths, 0, LIMIT);
  }

  private Paths(List<String> paths, int omitted, int limit) {
    this(
        paths.subList(0, Math.min(limit, paths.size())),
        omitted + Math.max(0, paths.size() - limit));
  }

  public boolean isEmpty() {
    return shown.isEmpty();
  }

  /** No more than so many of them. */
  Paths abridged(int limit) {
    return new Paths(shown, omitted, limit);
  }

  /** For people: {@code a, b and 7 more}. */
  @Override
  public String toString() {
    String text = shown.stream().collect(Collectors.joining(", "));
    return omitted == 0 ? text : text + " and " + omitted + " more";
  }
}
