package tribune.rulebase.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.rulebase.drl.Clause.Accumulation;
import tribune.rulebase.drl.Clause.Evaluation;
import tribune.rulebase.drl.Clause.Pattern;
import tribune.rulebase.drl.Clause.Result;
import tribune.rulebase.drl.Clause.Several;

/** Reads the conditions of a rule. */
final class ClauseReader {
  private static final String A_CONDITION = "a condition, such as `Decision( adverse == Tri.YES )`";

  private final Cursor cursor;
  private final ExpressionReader expressions;
  private final List<Unexpected> mistakes = new ArrayList<>();

  ClauseReader(Cursor cursor) {
    this.cursor = cursor;
    this.expressions = new ExpressionReader(cursor);
  }

  List<Clause> all() {
    List<Clause> all = new ArrayList<>();
    while (!cursor.isAtEnd()) {
      all.add(any());
      cursor.takeIf(";");
    }
    return all;
  }

  /** What was passed over so far. */
  List<Unexpected> mistakes() {
    return mistakes;
  }

  private Clause any() {
    List<Clause> parts = new ArrayList<>(List.of(both()));
    while (cursor.takeIf("or") || cursor.takeIf("||")) {
      parts.add(both());
    }
    return parts.size() == 1 ? parts.get(0) : new Several("or", parts);
  }

  private Clause both() {
    List<Clause> parts = new ArrayList<>(List.of(one()));
    while (cursor.takeIf("and") || cursor.takeIf("&&")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.get(0) : new Several("and", parts);
  }

  private Clause one() {
    if (cursor.isAtEnd() || cursor.nextIs(")")) {
      throw cursor.unexpected(A_CONDITION);
    }
    cursor.enter();
    Clause read = inner();
    cursor.leave();
    return read;
  }

  private Clause inner() {
    if (cursor.nextIs("not", "exists")) {
      return new Several(cursor.take().text(), List.of(one()));
    }
    if (cursor.nextIs("(")) {
      return enclosed();
    }
    if (cursor.nextIs("forall")) {
      cursor.take();
      cursor.expect("(");
      List<Clause> parts = new ArrayList<>();
      while (!cursor.nextIs(")")) {
        parts.add(any());
      }
      cursor.expect(")");
      return new Several("forall", parts);
    }
    if (cursor.nextIs("eval") && cursor.ahead(1).is("(")) {
      Token word = cursor.take();
      cursor.take();
      cursor.skipOperand();
      cursor.expect(")");
      return new Evaluation(word);
    }
    return cursor.nextIs("accumulate", "acc") && cursor.ahead(1).is("(")
        ? accumulation()
        : pattern();
  }

  private Clause enclosed() {
    cursor.take();
    if (cursor.nextIs("and", "or")) {
      throw new NotTakenApart();
    }
    Clause read = any();
    cursor.expect(")", "`)`, `and` or `or`");
    return read;
  }

  private Clause accumulation() {
    cursor.take();
    cursor.take();
    Clause input = any();
    if (!cursor.nextIs(";", ",")) {
      throw cursor.unexpected("`;` and what to count: `; $found : count() )`");
    }
    cursor.take();
    List<Result> results = new ArrayList<>();
    do {
      results.add(result());
    } while (cursor.takeIf(","));
    List<Expression> constraints = cursor.takeIf(";") ? expressions.list(")") : closed(List.of());
    return new Accumulation(input, results, constraints);
  }

  private List<Expression> closed(List<Expression> nothing) {
    cursor.expect(")", "`,`, `;` or `)`");
    return nothing;
  }

  private Result result() {
    Optional<Token> variable = variable();
    Token function = cursor.expectWord("a function, such as `count()`");
    cursor.expect("(", "`(` after " + function.shown());
    return new Result(variable, function, expressions.list(")"));
  }

  private Optional<Token> variable() {
    if (cursor.next().isWord() && ExpressionReader.isBindingSign(cursor.ahead(1))) {
      Token variable = cursor.take();
      cursor.take();
      return Optional.of(variable);
    }
    return Optional.empty();
  }

  private Clause pattern() {
    if (cursor.nextIs("?", "/")) {
      throw new NotTakenApart();
    }
    Optional<Token> variable = variable();
    if (variable.isPresent() && cursor.nextIs("(")) {
      throw new NotTakenApart();
    }
    int mark = cursor.mark();
    cursor.expectWord(variable.isPresent() ? "the type of a fact" : A_CONDITION);
    while (cursor.takeIf(".")) {
      cursor.expectWord("the rest of a type");
    }
    List<Token> type = List.copyOf(cursor.since(mark));
    if (cursor.nextIs("@") || cursor.nextIs("[")) {
      throw new NotTakenApart();
    }
    cursor.expect("(", "`(` after `" + joined(type) + "`");
    List<Expression> constraints = constraints();
    if (cursor.nextIs("over")) {
      throw new NotTakenApart();
    }
    return cursor.takeIf("from")
        ? from(variable, type, constraints)
        : new Pattern(variable, type, constraints, Optional.empty(), List.of());
  }

  private List<Expression> constraints() {
    List<Expression> read = new ArrayList<>();
    if (cursor.takeIf(")")) {
      return read;
    }
    do {
      constraint().ifPresent(read::add);
    } while (cursor.takeIf(","));
    if (cursor.nextIs(";")) {
      throw new NotTakenApart();
    }
    cursor.expect(")", "`,` or `)`");
    return read;
  }

  /** A constraint with a mistake is passed over as a whole, so that the others are read. */
  private Optional<Expression> constraint() {
    int mark = cursor.mark();
    try {
      Expression read = expressions.read();
      if (!cursor.nextIs(",", ")", ";")) {
        throw cursor.unexpected("`,` or `)`");
      }
      return Optional.of(read);
    } catch (Unexpected e) {
      mistakes.add(e);
      cursor.back(mark);
      cursor.skipOperand();
      return Optional.empty();
    }
  }

  private Clause from(Optional<Token> variable, List<Token> type, List<Expression> constraints) {
    if (cursor.nextIs("collect")) {
      cursor.take();
      cursor.expect("(");
      Clause inner = any();
      cursor.expect(")");
      return new Pattern(variable, type, constraints, Optional.empty(), List.of(inner));
    }
    if (cursor.nextIs("accumulate", "acc", "entry")) {
      throw new NotTakenApart();
    }
    Expression source = expressions.read();
    return new Pattern(variable, type, constraints, Optional.of(source), List.of());
  }

  private static String joined(List<Token> type) {
    StringBuilder joined = new StringBuilder();
    type.forEach(it -> joined.append(it.text()));
    return joined.toString();
  }
}
