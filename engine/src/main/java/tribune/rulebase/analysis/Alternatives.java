package tribune.rulebase.analysis;

import java.util.ArrayList;
import java.util.List;
import tribune.rulebase.Condition;

/**
 * Takes conditions apart: alternatives, of which at least one must hold, each a list of literals
 * that must all hold.
 */
final class Alternatives implements Condition.Cases<List<List<Literal>>> {
  /** Alternatives multiply; a condition with more of them is not looked into. */
  private static final int MOST = 64;

  private static final List<List<Literal>> UNCLEAR = List.of(List.of(new Literal.Unclear()));

  private Alternatives() {}

  static List<List<Literal>> of(List<Condition> conditions) {
    List<List<Literal>> all = List.of(List.of());
    for (Condition condition : conditions) {
      List<List<Literal>> next = condition.fold(new Alternatives());
      List<List<Literal>> known = all.size() * next.size() > MOST ? UNCLEAR : next;
      all =
          all.stream()
              .flatMap(before -> known.stream().map(after -> joined(before, after)))
              .toList();
    }
    return all;
  }

  @Override
  public List<List<Literal>> pattern(Condition.Pattern pattern) {
    return List.of(List.of(new Literal.Present(pattern)));
  }

  /** None of several is each of them absent; anything deeper is not looked into. */
  @Override
  public List<List<Literal>> none(Condition.None none) {
    List<List<Literal>> inner = of(none.inner());
    boolean isEach =
        inner.stream().allMatch(it -> it.size() == 1 && it.get(0) instanceof Literal.Present);
    return isEach
        ? List.of(
            inner.stream()
                .<Literal>map(it -> new Literal.Absent(((Literal.Present) it.get(0)).pattern()))
                .toList())
        : UNCLEAR;
  }

  @Override
  public List<List<Literal>> some(Condition.Some some) {
    return of(some.inner());
  }

  @Override
  public List<List<Literal>> allOf(Condition.AllOf all) {
    return of(all.inner());
  }

  @Override
  public List<List<Literal>> anyOf(Condition.AnyOf any) {
    return any.inner().stream().flatMap(it -> of(List.of(it)).stream()).toList();
  }

  @Override
  public List<List<Literal>> computed(Condition.Computed computed) {
    return UNCLEAR;
  }

  private static List<Literal> joined(List<Literal> before, List<Literal> after) {
    List<Literal> joined = new ArrayList<>(before);
    joined.addAll(after);
    return joined;
  }
}
