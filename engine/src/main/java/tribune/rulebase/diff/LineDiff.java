package tribune.rulebase.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines that lead from one text to another: what is gone, what came, and a few lines around
 * them. The longest common subsequence, by table; texts beyond {@value #MOST_LINES} lines are told
 * as replaced whole. Stateless.
 */
public final class LineDiff {
  private static final int MOST_LINES = 2_000;
  private static final int LINES_AROUND = 2;

  private LineDiff() {}

  /** What became of a line. */
  public enum Kind {
    SAME(' '),
    GONE('-'),
    CAME('+'),
    /** Lines that are the same were left out here. */
    CUT(' ');

    private final char sign;

    Kind(char sign) {
      this.sign = sign;
    }
  }

  /** One line, and what became of it. */
  public record Line(Kind kind, String text) {
    @Override
    public String toString() {
      return (kind.sign + " " + text).stripTrailing();
    }
  }

  /** The lines of the difference; empty if the texts have the same lines. */
  public static List<Line> of(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> fresh = after.lines().toList();
    List<Line> all =
        old.size() > MOST_LINES || fresh.size() > MOST_LINES
            ? replaced(old, fresh)
            : merged(old, fresh, commonLengths(old, fresh));
    return all.stream().allMatch(line -> line.kind() == Kind.SAME) ? List.of() : shortened(all);
  }

  private static List<Line> replaced(List<String> old, List<String> fresh) {
    List<Line> lines = new ArrayList<>();
    boolean isSame = old.equals(fresh);
    old.forEach(line -> lines.add(new Line(isSame ? Kind.SAME : Kind.GONE, line)));
    if (!isSame) {
      fresh.forEach(line -> lines.add(new Line(Kind.CAME, line)));
    }
    return lines;
  }

  /** How long the longest common subsequence is from each pair of lines on. */
  private static int[][] commonLengths(List<String> old, List<String> fresh) {
    int[][] lengths = new int[old.size() + 1][fresh.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = fresh.size() - 1; j >= 0; j--) {
        lengths[i][j] =
            old.get(i).equals(fresh.get(j))
                ? lengths[i + 1][j + 1] + 1
                : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
      }
    }
    return lengths;
  }

  private static List<Line> merged(List<String> old, List<String> fresh, int[][] lengths) {
    List<Line> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < fresh.size()) {
      if (i < old.size() && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
        lines.add(new Line(Kind.SAME, old.get(i)));
        i++;
        j++;
      } else if (j == fresh.size() || (i < old.size() && lengths[i + 1][j] >= lengths[i][j + 1])) {
        lines.add(new Line(Kind.GONE, old.get(i)));
        i++;
      } else {
        lines.add(new Line(Kind.CAME, fresh.get(j)));
        j++;
      }
    }
    return lines;
  }

  private static List<Line> shortened(List<Line> all) {
    List<Line> kept = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (isNearChange(all, i)) {
        kept.add(all.get(i));
      } else if (kept.isEmpty() || kept.get(kept.size() - 1).kind() != Kind.CUT) {
        kept.add(new Line(Kind.CUT, "..."));
      }
    }
    return List.copyOf(kept);
  }

  private static boolean isNearChange(List<Line> all, int place) {
    int from = Math.max(0, place - LINES_AROUND);
    int to = Math.min(all.size(), place + LINES_AROUND + 1);
    return all.subList(from, to).stream().anyMatch(line -> line.kind() != Kind.SAME);
  }
}
