package tribune.decision;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which checks want to know what of a proposal. Paths lead through lists: {@code departments},
 * {@code departments.state}. Immutable.
 *
 * @param by whose checks these are, such as {@code customer-centricity 1.0.0}
 * @param asking ids of the checks that ask for a fact, by its path
 * @param weighing ids of the checks that read a fact without asking for it, by its path
 */
public record Asked(
    String by, Map<String, List<String>> asking, Map<String, List<String>> weighing) {
  private static final int SHOWN = 3;

  public Asked {
    requireNonNull(by, "by");
    asking = copy(asking);
    weighing = copy(weighing);
  }

  /** Whether some check wants to know what stands at this path, or in it. */
  boolean concerns(String path) {
    return asking.keySet().stream().anyMatch(it -> isWithin(it, path))
        || weighing.keySet().stream().anyMatch(it -> isWithin(it, path));
  }

  /** Who asks, in words: {@code asked by LTR-03}; empty if nobody does. */
  List<String> askers(String path) {
    List<String> askers = asking.getOrDefault(path, List.of());
    return askers.isEmpty() ? List.of() : List.of("asked by " + String.join(", ", askers));
  }

  /** Who asks and who weighs, in words, a line each. */
  List<String> remarks(String path) {
    List<String> remarks = new ArrayList<>(askers(path));
    List<String> weighers = weighing.getOrDefault(path, List.of());
    if (!weighers.isEmpty()) {
      String shown = String.join(", ", weighers.stream().limit(SHOWN).toList());
      int more = weighers.size() - SHOWN;
      remarks.add("weighed by " + shown + (more > 0 ? " and " + more + " more" : ""));
    }
    return remarks;
  }

  private static boolean isWithin(String path, String owner) {
    return path.equals(owner) || path.startsWith(owner + ".");
  }

  private static Map<String, List<String>> copy(Map<String, List<String>> checks) {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    checks.forEach((path, ids) -> copy.put(path, List.copyOf(ids)));
    return Map.copyOf(copy);
  }
}
