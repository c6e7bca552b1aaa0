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

  static List<List<Literal>> of(Condition condition) {
    return condition.fold(new Alternatives());
  }

  @Override
  public List<List<Literal>> pattern(Condition.FactPattern pattern) {
    return List.of(List.of(new Literal.Present(pattern)));
  }

  @Override
  public List<List<Literal>> quantified(Condition.Quantified quantified) {
    List<List<Literal>> inner = of(quantified.inner());
    return quantified.quantifier() == Condition.Quantifier.EXISTS ? inner : none(inner);
  }

  /** None of several is each of them absent; anything deeper is not looked into. */
  private static List<List<Literal>> none(List<List<Literal>> inner) {
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
  public List<List<Literal>> group(Condition.Group group) {
    return group.connective() == Condition.Connective.OR
        ? group.parts().stream().flatMap(it -> of(it).stream()).toList()
        : all(group.parts());
  }

  private static List<List<Literal>> all(List<Condition> parts) {
    List<List<Literal>> all = List.of(List.of());
    for (Condition part : parts) {
      all = joined(all, of(part));
    }
    return all;
  }

  /** Each of the first with each of the second. */
  static List<List<Literal>> joined(List<List<Literal>> first, List<List<Literal>> second) {
    List<List<Literal>> then = first.size() * second.size() > MOST ? UNCLEAR : second;
    return first.stream()
        .flatMap(before -> then.stream().map(after -> joinedLiterals(before, after)))
        .toList();
  }

  private static List<Literal> joinedLiterals(List<Literal> before, List<Literal> after) {
    List<Literal> joined = new ArrayList<>(before);
    joined.addAll(after);
    return joined;
  }

  @Override
  public List<List<Literal>> gathered(Condition.Gathered gathered) {
    return UNCLEAR;
  }

  @Override
  public List<List<Literal>> other(Condition.Other other) {
    return UNCLEAR;
  }
}
