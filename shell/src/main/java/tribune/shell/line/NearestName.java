package tribune.shell.line;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * The name that somebody probably meant: the one that the fewest typing mistakes (a letter left
 * out, put in, exchanged, or two neighbours swapped) lead away from, if they are few for its
 * length, or else the only one that begins so.
 */
final class NearestName {

  private static final int LETTERS_PER_MISTAKE = 3;
  private static final int LETTERS_AT_MOST = 64;

  private NearestName() {}

  static Optional<String> of(String typed, Collection<String> names) {
    String word = typed.toLowerCase(Locale.ROOT);
    if (word.isEmpty() || word.length() > LETTERS_AT_MOST) {
      return Optional.empty();
    }
    Optional<String> near =
        names.stream()
            .filter(name -> mistakes(word, name.toLowerCase(Locale.ROOT)) <= allowed(word, name))
            .min(
                Comparator.comparingInt(
                        (String name) -> mistakes(word, name.toLowerCase(Locale.ROOT)))
                    .thenComparing(Comparator.naturalOrder()));
    return near.isPresent() ? near : onlyOneThatBegins(word, names);
  }

  private static int allowed(String word, String name) {
    return Math.max(1, Math.min(word.length(), name.length()) / LETTERS_PER_MISTAKE);
  }

  private static Optional<String> onlyOneThatBegins(String word, Collection<String> names) {
    var longer =
        names.stream().filter(name -> name.toLowerCase(Locale.ROOT).startsWith(word)).toList();
    return longer.size() == 1 ? Optional.of(longer.get(0)) : Optional.empty();
  }

  /** The optimal string alignment distance. */
  private static int mistakes(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int exchanged = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
        least = Math.min(least, cost[i - 1][j - 1] + exchanged);
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          least = Math.min(least, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = least;
      }
    }
    return cost[from.length()][to.length()];
  }
}
