package tribune.verdict;

import java.util.List;

/**
 * The reasons behind a finding: the first of them, in a fixed order, and how many more there are. A
 * proposal with thousands of departments can fail one check thousands of times; a record stays
 * small and says so.
 *
 * @param shown at most {@link #LIMIT} grounds
 * @param omitted how many grounds are not shown
 */
public record Grounds(List<Ground> shown, int omitted) {
  /** How many grounds a finding shows. */
  public static final int LIMIT = 8;

  /** Of a finding that no rule had a part in. */
  public static final Grounds NONE = new Grounds(List.of(), 0);

  public Grounds {
    shown = List.copyOf(shown);
    if (shown.size() > LIMIT || omitted < 0 || (omitted > 0 && shown.isEmpty())) {
      throw new IllegalArgumentException(shown.size() + " shown, " + omitted + " omitted");
    }
  }

  /** All of {@code grounds}, as far as they fit. */
  public static Grounds of(List<Ground> grounds) {
    int shown = Math.min(LIMIT, grounds.size());
    return new Grounds(grounds.subList(0, shown), grounds.size() - shown);
  }

  /** The first of them only, with the first fact of each. */
  Grounds abridged() {
    return shown.isEmpty()
        ? this
        : new Grounds(List.of(shown.get(0).abridged()), omitted + shown.size() - 1);
  }

  void requireSome(CheckId check) {
    if (shown.isEmpty()) {
      throw new IllegalArgumentException(check + " fails without a reason");
    }
  }
}
