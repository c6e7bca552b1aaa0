package tribune.rulebase.drl;

import java.util.List;
import java.util.Optional;

/** A place among tokens, with a look at what comes next. Not safe for use by several threads. */
final class Cursor {
  /** How deep brackets may nest; deeper text is not taken apart. */
  private static final int DEEPEST = 200;

  private final List<Token> tokens;
  private final Token end;
  private int at;
  private int depth;

  /**
   * At the first of these tokens.
   *
   * @param end what stands behind the last one
   */
  Cursor(List<Token> tokens, Token end) {
    this.tokens = tokens;
    this.end = end;
  }

  boolean isAtEnd() {
    return at >= tokens.size();
  }

  /** The next token; at the end the one that stands behind. */
  Token next() {
    return ahead(0);
  }

  Token ahead(int places) {
    return at + places < tokens.size() ? tokens.get(at + places) : end;
  }

  Token take() {
    Token next = next();
    at++;
    return next;
  }

  boolean nextIs(String... words) {
    for (String word : words) {
      if (!isAtEnd() && next().is(word)) {
        return true;
      }
    }
    return false;
  }

  boolean takeIf(String word) {
    boolean found = nextIs(word);
    at += found ? 1 : 0;
    return found;
  }

  Token expect(String sign) {
    return expect(sign, "`" + sign + "`");
  }

  Token expect(String sign, String expected) {
    if (!nextIs(sign)) {
      throw unexpected(expected);
    }
    return take();
  }

  Token expectWord(String expected) {
    if (isAtEnd() || !next().isWord()) {
      throw unexpected(expected);
    }
    return take();
  }

  Unexpected unexpected(String expected) {
    return new Unexpected(next(), expected, Optional.empty());
  }

  Unexpected unexpected(String expected, String note) {
    return new Unexpected(next(), expected, Optional.of(note));
  }

  /** The token before the next one. */
  Token last() {
    return tokens.get(Math.max(0, at - 1));
  }

  int mark() {
    return at;
  }

  void back(int mark) {
    at = mark;
  }

  List<Token> since(int mark) {
    return tokens.subList(mark, at);
  }

  /** Passes over everything up to a comma or a closing bracket that opens before here. */
  void skipOperand() {
    int open = 0;
    while (!isAtEnd() && !(open == 0 && nextIs(",", ")", "]", "}", ";"))) {
      Token token = take();
      open += token.is("(") || token.is("[") || token.is("{") ? 1 : 0;
      open -= token.is(")") || token.is("]") || token.is("}") ? 1 : 0;
    }
  }

  void enter() {
    depth++;
    if (depth > DEEPEST) {
      throw new NotTakenApart();
    }
  }

  void leave() {
    depth--;
  }
}
