package tribune.rulebase.analysis;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tribune.rulebase.Condition;

/** Finds all patterns of a condition, wherever they stand in it. */
final class Patterns implements Condition.Cases<Stream<Condition.FactPattern>> {
  private static final Pattern TYPE = Pattern.compile("(?<![\\w.$])([A-Z][\\w.]*)\\s*\\(");

  private Patterns() {}

  static List<Condition.FactPattern> of(Condition condition) {
    return condition.fold(new Patterns()).toList();
  }

  @Override
  public Stream<Condition.FactPattern> pattern(Condition.FactPattern pattern) {
    return Stream.of(pattern);
  }

  @Override
  public Stream<Condition.FactPattern> quantified(Condition.Quantified quantified) {
    return quantified.inner().fold(this);
  }

  @Override
  public Stream<Condition.FactPattern> group(Condition.Group group) {
    return group.parts().stream().flatMap(part -> part.fold(this));
  }

  @Override
  public Stream<Condition.FactPattern> gathered(Condition.Gathered gathered) {
    return Stream.concat(gathered.inner().fold(this), named(gathered, gathered.after()));
  }

  @Override
  public Stream<Condition.FactPattern> other(Condition.Other other) {
    return named(other, other.drl());
  }

  /** What is not taken apart may read all that it says of each type it names. */
  private static Stream<Condition.FactPattern> named(Condition condition, String drl) {
    Condition.Constraint whole = new Condition.Constraint(condition.place(), drl);
    return TYPE.matcher(drl)
        .results()
        .map(
            type ->
                new Condition.FactPattern(
                    condition.place(), type.group(1), type.group(), List.of(whole)));
  }
}
