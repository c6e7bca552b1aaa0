package tribune.rulebase;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.antlr.runtime.CommonTokenStream;
import org.antlr.runtime.Token;
import org.drools.drl.parser.lang.DRLLexer;

/**
 * The words of a rule file as Drools' own lexer cuts them, and a meter of how often its parser
 * looks at one. The parser tries one way after the other, and each way anew for what is nested: a
 * cast before a cast doubles its work, a list in a list makes three times of it. What takes more
 * looks than any sound file is given up; since it is the parser that is counted, and not what we
 * read, nothing can be written that it does not see. Not safe for use by several threads.
 */
final class MeteredTokens extends CommonTokenStream {
  /**
   * How deep brackets may stand in each other. Two more than an author may write: what is varied of
   * a rule can add some. The compiler's parser takes three times as long for each.
   */
  private static final int LIMIT_DEPTH = 10;

  /** The shipped rules take 20 looks for a word or blank; arguments of arguments a few hundred. */
  private static final long LOOKS_PER_WORD = 500;

  private static final long LOOKS_AT_LEAST = 50_000;
  private static final Map<String, String> CLOSING = Map.of("(", ")", "[", "]", "{", "}");

  private final long limit;
  private final Optional<Token> tooDeep;
  private long looks;

  MeteredTokens(DRLLexer lexer) {
    super(lexer);
    fill();
    limit = LOOKS_AT_LEAST + LOOKS_PER_WORD * size();
    tooDeep = deepest();
  }

  /** The first bracket that stands in too many others; a closed one has to be closed by its own. */
  private Optional<Token> deepest() {
    Deque<String> open = new ArrayDeque<>();
    for (Token token : getTokens()) {
      boolean isHidden = token.getChannel() != Token.DEFAULT_CHANNEL;
      String sign = isHidden ? "" : String.valueOf(token.getText());
      if (CLOSING.containsKey(sign)) {
        open.push(sign);
      } else if (!open.isEmpty() && sign.equals(CLOSING.get(open.element()))) {
        open.pop();
      }
      if (open.size() > LIMIT_DEPTH) {
        return Optional.of(token);
      }
    }
    return Optional.empty();
  }

  /** The bracket at which the text becomes too deep to be parsed at all. */
  Optional<Token> tooDeep() {
    return tooDeep;
  }

  /** Whether the parser was stopped. */
  boolean isSpent() {
    return looks > limit;
  }

  @Override
  public Token LT(int places) {
    look();
    return super.LT(places);
  }

  @Override
  public void consume() {
    look();
    super.consume();
  }

  @Override
  public void seek(int index) {
    look();
    super.seek(index);
  }

  private void look() {
    looks++;
    if (isSpent()) {
      throw new Spent();
    }
  }

  /** The parser has looked at too many words. Asked for again, it is thrown again. */
  static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Spent() {
      super("looked at too many words", null, false, false);
    }
  }
}
