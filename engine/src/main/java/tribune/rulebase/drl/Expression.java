package tribune.rulebase.drl;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** An expression of a condition or a consequence, with its places in chars of the file. */
public sealed interface Expression {

  /** Where it begins. */
  int from();

  /** Where what follows it begins. */
  int to();

  /** A member, a variable or a type by its name. */
  record Name(Token token) implements Expression {
    public Name {
      requireNonNull(token, "token");
    }

    @Override
    public int from() {
      return token.from();
    }

    @Override
    public int to() {
      return token.to();
    }
  }

  /** A text, a number, {@code true}, {@code false} or {@code null}. */
  record Constant(Token token) implements Expression {
    public Constant {
      requireNonNull(token, "token");
    }

    @Override
    public int from() {
      return token.from();
    }

    @Override
    public int to() {
      return token.to();
    }
  }

  /** A step from one thing to a part of it: {@code item.method}, {@code Tri.YES}. */
  record Step(Expression owner, Token name) implements Expression {
    public Step {
      requireNonNull(owner, "owner");
      requireNonNull(name, "name");
    }

    @Override
    public int from() {
      return owner.from();
    }

    @Override
    public int to() {
      return name.to();
    }
  }

  /**
   * A call.
   *
   * @param owner what is called upon; empty where only the method is named
   */
  record Call(Optional<Expression> owner, Token name, List<Expression> arguments, int to)
      implements Expression {
    public Call {
      requireNonNull(owner, "owner");
      requireNonNull(name, "name");
      arguments = List.copyOf(arguments);
    }

    @Override
    public int from() {
      return owner.map(Expression::from).orElse(name.from());
    }
  }

  /**
   * A new fact: {@code new Heard( $name )}.
   *
   * @param word {@code new} itself
   * @param type the words and points of its type
   */
  record Creation(Token word, List<Token> type, List<Expression> arguments, int to)
      implements Expression {
    public Creation {
      requireNonNull(word, "word");
      type = List.copyOf(type);
      arguments = List.copyOf(arguments);
    }

    /** The name of the type without its package. */
    public Token simpleType() {
      return type.get(type.size() - 1);
    }

    @Override
    public int from() {
      return word.from();
    }
  }

  /**
   * Two expressions and what joins them: a comparison, arithmetic, {@code &&} or {@code ||}.
   *
   * @param operator one word or sign, or two: {@code not contains}
   */
  record Operation(Expression left, List<Token> operator, Expression right) implements Expression {
    public Operation {
      requireNonNull(left, "left");
      operator = List.copyOf(operator);
      requireNonNull(right, "right");
    }

    /** The operator without a {@code not} before it. */
    public String sign() {
      return operator.get(operator.size() - 1).text();
    }

    @Override
    public int from() {
      return left.from();
    }

    @Override
    public int to() {
      return right.to();
    }
  }

  /** {@code left in ( a, b )} or {@code left not in ( a, b )}. */
  record Membership(Expression left, List<Token> operator, List<Expression> values, int to)
      implements Expression {
    public Membership {
      requireNonNull(left, "left");
      operator = List.copyOf(operator);
      values = List.copyOf(values);
    }

    @Override
    public int from() {
      return left.from();
    }
  }

  /** A value that gets a name: {@code $share : share}. */
  record Binding(Token variable, Expression value) implements Expression {
    public Binding {
      requireNonNull(variable, "variable");
      requireNonNull(value, "value");
    }

    @Override
    public int from() {
      return variable.from();
    }

    @Override
    public int to() {
      return value.to();
    }
  }

  /** {@code !} or {@code -} before something. */
  record Prefixed(Token sign, Expression value) implements Expression {
    public Prefixed {
      requireNonNull(sign, "sign");
      requireNonNull(value, "value");
    }

    @Override
    public int from() {
      return sign.from();
    }

    @Override
    public int to() {
      return value.to();
    }
  }

  /** What is not taken apart: casts, lists, lambdas and all else that is rarely needed. */
  record Opaque(int from, int to) implements Expression {}
}
