package tribune.rulebase.drl;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** A condition of a rule as it is written. */
public sealed interface Clause {

  /**
   * A pattern that matches facts of one type.
   *
   * @param variable what the fact is called
   * @param type the words and points of the type
   * @param source what facts are taken from: {@code from $d.alternatives}
   * @param inner the conditions of {@code from collect( ... )}
   */
  record Pattern(
      Optional<Token> variable,
      List<Token> type,
      List<Expression> constraints,
      Optional<Expression> source,
      List<Clause> inner)
      implements Clause {
    public Pattern {
      requireNonNull(variable, "variable");
      type = List.copyOf(type);
      constraints = List.copyOf(constraints);
      requireNonNull(source, "source");
      inner = List.copyOf(inner);
    }

    /** The name of the type without its package. */
    public Token simpleType() {
      return type.get(type.size() - 1);
    }
  }

  /**
   * Several conditions under a word.
   *
   * @param word {@code and}, {@code or}, {@code not}, {@code exists} or {@code forall}
   */
  record Several(String word, List<Clause> parts) implements Clause {
    public Several {
      requireNonNull(word, "word");
      parts = List.copyOf(parts);
    }

    /** Whether what is bound in it can be named outside of it. */
    public boolean isOpen() {
      return word.equals("and") || word.equals("or");
    }
  }

  /** Facts that are counted or summed up. */
  record Accumulation(Clause input, List<Result> results, List<Expression> constraints)
      implements Clause {
    public Accumulation {
      requireNonNull(input, "input");
      results = List.copyOf(results);
      constraints = List.copyOf(constraints);
    }
  }

  /** What an accumulation results in: {@code $found : count()}. */
  record Result(Optional<Token> variable, Token function, List<Expression> arguments) {
    public Result {
      requireNonNull(variable, "variable");
      requireNonNull(function, "function");
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code eval( ... )}. */
  record Evaluation(Token word) implements Clause {
    public Evaluation {
      requireNonNull(word, "word");
    }
  }
}
