package tribune.export.html;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Bars of counted parts, one for each label, drawn as an inline picture that also says in words
 * what it shows. The same numbers stand in a table below it.
 *
 * @param id unique on the page
 * @param parts the names of the parts, in the order in which they are drawn
 */
record Chart(String id, String title, List<Part> parts, List<Bar> bars, int height) {
  private static final int LEFT = 330;
  private static final int WIDTH = 570;
  private static final int STEP = 26;
  private static final int LABEL_LENGTH = 38;
  private static final int WIDTH_OF_NUMBER = 30;

  /**
   * How many labels are told apart, since others choose them; what is beyond is counted together.
   */
  static final int LIMIT_LABELS = 10_000;

  /** How many bars a picture has; what is beyond them is counted together. */
  private static final int LIMIT_BARS = 24;

  Chart {
    parts = List.copyOf(parts);
    bars = List.copyOf(bars);
  }

  /** A part of every bar: its name and how it is painted. */
  record Part(String name, String style) {}

  /** One bar: what it is of, and how long its parts are. */
  record Bar(String label, String says, int y, int middle, int total, int end, List<Piece> pieces) {
    /** The label as far as there is room for it. */
    String shortLabel() {
      return label.codePointCount(0, label.length()) <= LABEL_LENGTH
          ? label
          : label.substring(0, label.offsetByCodePoints(0, LABEL_LENGTH - 1)) + "\u2026";
    }
  }

  /** One part of one bar; x and width in the units of the picture. */
  record Piece(String name, String style, int count, int x, int width) {
    /** Whether the number fits into it. */
    boolean isWide() {
      return width >= WIDTH_OF_NUMBER;
    }

    int centre() {
      return x + width / 2;
    }
  }

  /** Counts by label and part. */
  static final class Counts {
    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
    private final Map<String, Integer> beyond = new TreeMap<>();

    void add(String label, String part) {
      boolean isCounted = counts.containsKey(label) || counts.size() < LIMIT_LABELS;
      Map<String, Integer> of =
          isCounted ? counts.computeIfAbsent(label, it -> new TreeMap<>()) : beyond;
      of.merge(part, 1, Integer::sum);
    }

    /** The bars in the order of their labels; the latest, if there are too many. */
    Chart inOrder(String id, String title, List<Part> parts) {
      List<Map.Entry<String, Map<String, Integer>>> all = List.copyOf(counts.entrySet());
      int others = Math.max(0, all.size() - LIMIT_BARS);
      List<Map.Entry<String, Map<String, Integer>>> shown = new ArrayList<>();
      if (others > 0) {
        shown.add(together("earlier", all.subList(0, others)));
      }
      shown.addAll(all.subList(others, all.size()));
      return chart(id, title, parts, shown);
    }

    /** The longest bars first. */
    Chart longestFirst(String id, String title, List<Part> parts) {
      List<Map.Entry<String, Map<String, Integer>>> all =
          counts.entrySet().stream()
              .sorted(comparing(it -> -total(it.getValue())))
              .collect(Collectors.toCollection(ArrayList::new));
      if (all.size() > LIMIT_BARS) {
        List<Map.Entry<String, Map<String, Integer>>> rest = all.subList(LIMIT_BARS, all.size());
        rest.add(Map.entry("", beyond));
        String label = beyond.isEmpty() ? rest.size() - 1 + " others" : "all others";
        Map.Entry<String, Map<String, Integer>> others = together(label, rest);
        rest.clear();
        all.add(others);
      }
      return chart(id, title, parts, all);
    }

    private static Map.Entry<String, Map<String, Integer>> together(
        String label, List<Map.Entry<String, Map<String, Integer>>> some) {
      Map<String, Integer> sums = new TreeMap<>();
      some.forEach(it -> it.getValue().forEach((part, n) -> sums.merge(part, n, Integer::sum)));
      return Map.entry(label, sums);
    }

    private static Chart chart(
        String id,
        String title,
        List<Part> parts,
        List<Map.Entry<String, Map<String, Integer>>> shown) {
      int longest = shown.stream().mapToInt(it -> total(it.getValue())).max().orElse(1);
      List<Bar> bars = new ArrayList<>();
      shown.forEach(it -> bars.add(bar(it.getKey(), it.getValue(), parts, longest, bars.size())));
      return new Chart(id, title, parts, bars, STEP * bars.size() + 6);
    }

    private static int total(Map<String, Integer> of) {
      return of.values().stream().mapToInt(it -> it).sum();
    }

    private static Bar bar(
        String label, Map<String, Integer> of, List<Part> parts, int longest, int row) {
      List<Piece> pieces = new ArrayList<>();
      long before = 0;
      for (Part part : parts) {
        int count = of.getOrDefault(part.name(), 0);
        int x = place(before, longest);
        before += count;
        int end = place(before, longest);
        pieces.add(new Piece(part.name(), part.style(), count, x, end - x));
      }
      String says =
          pieces.stream()
              .filter(piece -> piece.count() > 0)
              .map(piece -> piece.count() + " " + piece.name())
              .collect(Collectors.joining(", "));
      int end = place(before, longest) + 8;
      return new Bar(label, says, row * STEP + 3, row * STEP + 18, total(of), end, pieces);
    }
  }

  private static int place(long count, int longest) {
    return (int) (LEFT + count * WIDTH / longest);
  }

  /** Nothing was counted. */
  boolean isEmpty() {
    return bars.isEmpty();
  }

  /** What the picture shows, for those who do not see it. */
  String description() {
    return bars.stream()
        .map(bar -> bar.label() + ": " + bar.says())
        .collect(Collectors.joining("; "));
  }
}
