package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.util.List;
import tribune.document.Place;

/** One condition of a rule as it is written, for those who look at rules without running them. */
public sealed interface Condition {

  /** What is done with each kind of condition. */
  interface Cases<R> {
    R pattern(Pattern pattern);

    R none(None none);

    R some(Some some);

    R allOf(AllOf all);

    R anyOf(AnyOf any);

    R computed(Computed computed);
  }

  <R> R fold(Cases<R> cases);

  /**
   * There is a fact of this type that fulfils these constraints.
   *
   * @param variable what the fact is bound to, with its dollar sign; empty if it is not
   * @param constraints as they are written, what they are bound to included
   */
  record Pattern(String type, String variable, List<String> constraints, Place place)
      implements Condition {
    public Pattern {
      requireNonNull(type, "type");
      requireNonNull(variable, "variable");
      requireNonNull(place, "place");
      constraints = List.copyOf(constraints);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.pattern(this);
    }
  }

  /** {@code not}: these conditions do not hold together. */
  record None(List<Condition> inner) implements Condition {
    public None {
      inner = List.copyOf(inner);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.none(this);
    }
  }

  /** {@code exists}: these conditions hold together, however often. */
  record Some(List<Condition> inner) implements Condition {
    public Some {
      inner = List.copyOf(inner);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.some(this);
    }
  }

  /** {@code and}. */
  record AllOf(List<Condition> inner) implements Condition {
    public AllOf {
      inner = List.copyOf(inner);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.allOf(this);
    }
  }

  /** {@code or}. */
  record AnyOf(List<Condition> inner) implements Condition {
    public AnyOf {
      inner = List.copyOf(inner);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.anyOf(this);
    }
  }

  /**
   * Something that is computed from facts: {@code accumulate}, {@code collect}, {@code from}, {@code
   * forall}, {@code eval}.
   *
   * @param inner the conditions on those facts
   */
  record Computed(List<Condition> inner) implements Condition {
    public Computed {
      inner = List.copyOf(inner);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.computed(this);
    }
  }
}
