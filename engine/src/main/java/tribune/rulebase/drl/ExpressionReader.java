package tribune.rulebase.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tribune.rulebase.drl.Expression.Binding;
import tribune.rulebase.drl.Expression.Call;
import tribune.rulebase.drl.Expression.Constant;
import tribune.rulebase.drl.Expression.Creation;
import tribune.rulebase.drl.Expression.Membership;
import tribune.rulebase.drl.Expression.Name;
import tribune.rulebase.drl.Expression.Opaque;
import tribune.rulebase.drl.Expression.Operation;
import tribune.rulebase.drl.Expression.Prefixed;
import tribune.rulebase.drl.Expression.Step;

/** Reads expressions; what is rare is passed over as a whole. */
final class ExpressionReader {
  private static final Set<String> SIGNS = Set.of("==", "!=", "<", "<=", ">", ">=");
  private static final Set<String> WORDS =
      Set.of("contains", "excludes", "memberOf", "matches", "soundslike", "str", "instanceof");
  private static final String VALUE = "a value";

  private final Cursor cursor;

  ExpressionReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** One expression; an opaque one up to the next comma or bracket where it is not taken apart. */
  Expression read() {
    int mark = cursor.mark();
    int from = cursor.next().from();
    try {
      return any();
    } catch (NotTakenApart e) {
      cursor.back(mark);
      cursor.skipOperand();
      return new Opaque(from, cursor.last().to());
    }
  }

  /** Expressions between commas, up to the bracket that closes them, which is taken. */
  List<Expression> list(String close) {
    List<Expression> list = new ArrayList<>();
    if (cursor.takeIf(close)) {
      return list;
    }
    do {
      list.add(read());
    } while (cursor.takeIf(","));
    cursor.expect(close, "`,` or `" + close + "`");
    return list;
  }

  private Expression any() {
    Expression left = all();
    while (cursor.nextIs("||")) {
      List<Token> sign = List.of(cursor.take());
      left = new Operation(left, sign, all());
    }
    return left;
  }

  private Expression all() {
    Expression left = comparison();
    while (cursor.nextIs("&&")) {
      List<Token> sign = List.of(cursor.take());
      left = new Operation(left, sign, comparison());
    }
    return left;
  }

  private Expression comparison() {
    if (!cursor.isAtEnd() && SIGNS.contains(cursor.next().text())) {
      throw new NotTakenApart(); // title == "a" || == "b"
    }
    Expression left = bound();
    int mark = cursor.mark();
    boolean negated = cursor.takeIf("not");
    if (cursor.nextIs("in")) {
      cursor.take();
      List<Token> operator = List.copyOf(cursor.since(mark));
      cursor.expect("(", "`(` and the values after `in`");
      List<Expression> values = list(")");
      return new Membership(left, operator, values, cursor.last().to());
    }
    boolean isRelation =
        !cursor.isAtEnd()
            && (WORDS.contains(cursor.next().text())
                || (!negated && SIGNS.contains(cursor.next().text())));
    if (!isRelation) {
      cursor.back(mark);
      return end(left);
    }
    if (cursor.nextIs("str", "instanceof")) {
      throw new NotTakenApart();
    }
    cursor.take();
    List<Token> operator = List.copyOf(cursor.since(mark));
    Expression right = sum();
    if (!cursor.isAtEnd() && SIGNS.contains(cursor.next().text())) {
      throw cursor.unexpected("`,`, `&&` or `)`", "compare two things at a time: `a < b && b < c`");
    }
    return end(new Operation(left, operator, right));
  }

  /** Refuses what people write who think of another language. */
  private Expression end(Expression read) {
    if (cursor.nextIs("=") && !cursor.ahead(1).is("=")) {
      boolean isTurned = cursor.ahead(1).is(">") || cursor.ahead(1).is("<");
      throw cursor.unexpected(
          "a comparison", isTurned ? "write `>=` or `<=`" : "write `==` to compare");
    }
    if (cursor.nextIs("and", "or")) {
      throw cursor.unexpected(
          "`,` or `)`", "inside of a pattern write `&&` or `,` for and, `||` for or");
    }
    if (cursor.nextIs("?", "#", "->", "&", "|", "^")) {
      throw new NotTakenApart();
    }
    return read;
  }

  private Expression bound() {
    if (!cursor.isAtEnd() && cursor.next().isWord() && isBindingSign(cursor.ahead(1))) {
      Token variable = cursor.take();
      cursor.take();
      return new Binding(variable, sum());
    }
    return sum();
  }

  static boolean isBindingSign(Token token) {
    return token.is(":") || token.is(":=");
  }

  private Expression sum() {
    Expression left = product();
    while (cursor.nextIs("+", "-")) {
      List<Token> sign = List.of(cursor.take());
      left = new Operation(left, sign, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = prefixed();
    while (cursor.nextIs("*", "/", "%")) {
      if (cursor.nextIs("%")
          && cursor.ahead(1).kind() == Token.Kind.SIGN
          && !cursor.ahead(1).is("(")) {
        throw cursor.unexpected(
            "`,` or `)`", "write 10% in thresholds.yaml and compare with that threshold");
      }
      List<Token> sign = List.of(cursor.take());
      left = new Operation(left, sign, prefixed());
    }
    return left;
  }

  private Expression prefixed() {
    if (cursor.nextIs("!", "-")) {
      Token sign = cursor.take();
      cursor.enter();
      Expression value = prefixed();
      cursor.leave();
      return new Prefixed(sign, value);
    }
    return steps(primary());
  }

  private Expression steps(Expression first) {
    Expression read = first;
    while (cursor.nextIs(".", "!.", "[")) {
      if (cursor.nextIs("[")) {
        throw new NotTakenApart();
      }
      cursor.take();
      Token name = cursor.expectWord("the name of a member");
      read = cursor.nextIs("(") ? call(Optional.of(read), name) : new Step(read, name);
    }
    return read;
  }

  private Expression primary() {
    if (cursor.isAtEnd()) {
      throw cursor.unexpected(VALUE);
    }
    Token next = cursor.next();
    if (next.kind() == Token.Kind.TEXT || next.kind() == Token.Kind.NUMBER) {
      return new Constant(cursor.take());
    }
    if (cursor.nextIs("(")) {
      return enclosed();
    }
    if (cursor.nextIs("true", "false", "null")) {
      return new Constant(cursor.take());
    }
    if (cursor.nextIs("new")) {
      return creation();
    }
    if (next.isWord()) {
      Token name = cursor.take();
      return cursor.nextIs("(") ? call(Optional.empty(), name) : new Name(name);
    }
    if (cursor.nextIs("[", "{", "?")) {
      throw new NotTakenApart();
    }
    throw cursor.unexpected(VALUE);
  }

  private Expression enclosed() {
    cursor.take();
    cursor.enter();
    Expression inner = any();
    cursor.leave();
    cursor.expect(")");
    boolean isCast =
        !cursor.isAtEnd()
            && (cursor.next().isWord() || cursor.next().kind() == Token.Kind.TEXT)
            && !WORDS.contains(cursor.next().text())
            && !cursor.nextIs("in", "not", "and", "or");
    if (isCast) {
      throw new NotTakenApart();
    }
    return inner;
  }

  private Expression call(Optional<Expression> owner, Token name) {
    cursor.take();
    cursor.enter();
    List<Expression> arguments = list(")");
    cursor.leave();
    return new Call(owner, name, arguments, cursor.last().to());
  }

  private Expression creation() {
    Token word = cursor.take();
    int mark = cursor.mark();
    cursor.expectWord("the type of a fact");
    while (cursor.takeIf(".")) {
      cursor.expectWord("the rest of a type");
    }
    List<Token> type = List.copyOf(cursor.since(mark));
    if (cursor.nextIs("<", "[")) {
      throw new NotTakenApart();
    }
    cursor.expect("(", "`(` and what the fact holds");
    cursor.enter();
    List<Expression> arguments = list(")");
    cursor.leave();
    return new Creation(word, type, arguments, cursor.last().to());
  }
}
