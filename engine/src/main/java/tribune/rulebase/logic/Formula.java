package tribune.rulebase.logic;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a constraint says. */
public sealed interface Formula {
  /** What always holds. */
  Formula ALWAYS = new All(List.of());

  /** What holds exactly where this one does not. */
  Formula not();

  /** All of these hold. */
  record All(List<Formula> parts) implements Formula {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public Formula not() {
      return new Some(parts.stream().map(Formula::not).toList());
    }
  }

  /** At least one of these holds. */
  record Some(List<Formula> parts) implements Formula {
    public Some {
      parts = List.copyOf(parts);
    }

    @Override
    public Formula not() {
      return new All(parts.stream().map(Formula::not).toList());
    }
  }

  /** A term has one of these values. */
  record Within(String term, Domain domain) implements Formula {
    @Override
    public Formula not() {
      return new Within(term, domain.complement());
    }
  }

  /** Two terms stand to each other in one of these ways. */
  record Related(String left, String right, Set<Relation> relations) implements Formula {
    public Related {
      relations = Set.copyOf(relations);
    }

    @Override
    public Formula not() {
      Set<Relation> rest = EnumSet.allOf(Relation.class);
      rest.removeAll(relations);
      return new Related(left, right, rest);
    }
  }
}
