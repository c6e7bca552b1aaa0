package tribune.rulebase.logic;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether formulas can hold together. Each term, and each pair of terms, is looked at by itself, so
 * "impossible" is always true, and "possible" means that nothing was found against it.
 */
public final class Possibility {
  /** Alternatives multiply; past this many steps nothing is said to be impossible. */
  private static final int MOST_STEPS = 50_000;

  private int steps;

  private Possibility() {}

  /** Whether these formulas cannot hold together. */
  public static boolean excluded(List<Formula> formulas) {
    return !new Possibility().possible(formulas, Map.of(), Map.of());
  }

  /** Whether this formula holds wherever all of those hold. */
  public static boolean follows(List<Formula> from, Formula formula) {
    return excluded(Stream.concat(from.stream(), Stream.of(formula.not())).toList());
  }

  private boolean possible(
      List<Formula> left, Map<String, Domain> terms, Map<List<String>, Set<Relation>> pairs) {
    if (left.isEmpty() || steps++ > MOST_STEPS) {
      return true;
    }
    Formula first = left.get(0);
    List<Formula> rest = left.subList(1, left.size());
    if (first instanceof Formula.All all) {
      return possible(joined(all.parts(), rest), terms, pairs);
    }
    if (first instanceof Formula.Some some) {
      return some.parts().stream()
          .anyMatch(it -> possible(joined(List.of(it), rest), terms, pairs));
    }
    if (first instanceof Formula.Within within) {
      Map<String, Domain> more = new HashMap<>(terms);
      Domain both = more.merge(within.term(), within.domain(), Domain::and);
      return !both.isEmpty() && possible(rest, more, pairs);
    }
    Formula.Related related = (Formula.Related) first;
    Map<List<String>, Set<Relation>> more = new HashMap<>(pairs);
    List<String> pair = List.of(related.left(), related.right());
    more.putIfAbsent(pair, relations(related));
    Set<Relation> both = more.merge(pair, related.relations(), Possibility::both);
    return !both.isEmpty() && possible(rest, terms, more);
  }

  /** All ways in which two terms can stand to each other; a term cannot differ from itself. */
  private static Set<Relation> relations(Formula.Related related) {
    return related.left().equals(related.right())
        ? EnumSet.of(Relation.EQUAL, Relation.BOTH_UNSTATED)
        : EnumSet.allOf(Relation.class);
  }

  private static List<Formula> joined(List<Formula> first, List<Formula> then) {
    List<Formula> all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }

  private static Set<Relation> both(Set<Relation> one, Set<Relation> other) {
    Set<Relation> both = EnumSet.noneOf(Relation.class);
    one.stream().filter(other::contains).forEach(both::add);
    return both;
  }
}
