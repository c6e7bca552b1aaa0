package tribune.document;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what somebody probably meant: the name with the fewest typing mistakes (letters added, left
 * out, changed or swapped), whatever its case, or else the only one that begins so. Nothing, if no
 * name is near.
 */
public final class NearestName {
  /** How many names are compared; of more, the first ones. */
  public static final int MOST_NAMES = 500;

  private static final int LONGEST = 100;

  private NearestName() {}

  /** The nearest of {@code names}; of equally near ones the first. */
  public static Optional<String> to(String written, Collection<String> names) {
    String wanted = folded(written);
    if (wanted.isEmpty() || wanted.length() > LONGEST) {
      return Optional.empty();
    }
    String nearest = null;
    int fewest = allowedMistakes(wanted) + 1;
    for (String name : names.stream().limit(MOST_NAMES).toList()) {
      String candidate = folded(name);
      if (Math.abs(candidate.length() - wanted.length()) < fewest) {
        int mistakes = mistakes(wanted, candidate);
        if (mistakes < fewest) {
          fewest = mistakes;
          nearest = name;
        }
      }
    }
    return nearest != null ? Optional.of(nearest) : onlyOneThatBegins(wanted, names);
  }

  private static Optional<String> onlyOneThatBegins(String wanted, Collection<String> names) {
    List<String> longer = names.stream().filter(name -> folded(name).startsWith(wanted)).toList();
    return wanted.length() > 1 && longer.size() == 1
        ? Optional.of(longer.get(0))
        : Optional.empty();
  }

  private static String folded(String name) {
    String letters = name.strip().toLowerCase(Locale.ROOT);
    return letters.replace("_", "").replace("-", "").replace(" ", "");
  }

  private static int allowedMistakes(String wanted) {
    return wanted.length() <= 2 ? 0 : Math.max(1, wanted.length() / 3);
  }

  /** The optimal string alignment distance (Damerau-Levenshtein, each pair swapped once). */
  private static int mistakes(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int fewest = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          fewest = Math.min(fewest, beforeLast[j - 2] + 1);
        }
        row[j] = fewest;
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }
}
