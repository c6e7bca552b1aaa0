package tribune.rulebase.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, sign, text or comment of a rule file.
 *
 * @param breaks how many line breaks stand before it
 * @param blanks how many blanks stand between it and what is before it in its line
 */
record DrlToken(String text, int breaks, int blanks) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(\\s*+)(//[^\\r\\n]*+|/\\*.*?\\*/"
              + "|\"\"\".*?\"\"\"|\"(?:[^\"\\\\]++|\\\\.)*+\"|'(?:[^'\\\\]++|\\\\.)*+'"
              + "|[0-9]++(?:\\.[0-9]++)?+[A-Za-z]*+"
              + "|[\\p{L}_$][\\p{L}\\p{N}_$]*+"
              + "|==|!=|<=|>=|&&|\\|\\||:=|::|->|\\S)",
          Pattern.DOTALL);
  private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\r\\n]");

  /**
   * All tokens of a text, comments among them; blanks at the end of a comment are no part of it.
   */
  static List<DrlToken> of(String text) {
    List<DrlToken> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    while (token.lookingAt()) {
      String before = token.group(1);
      int breaks = (int) LINE_BREAK.matcher(before).results().count();
      tokens.add(new DrlToken(token.group(2).stripTrailing(), breaks, before.length()));
      token.region(token.end(), text.length());
    }
    return List.copyOf(tokens);
  }

  /** The tokens as texts: what must not change. */
  static List<String> texts(String text) {
    return of(text).stream().map(DrlToken::text).toList();
  }

  boolean is(String word) {
    return text.equals(word);
  }

  boolean isWord() {
    return Character.isJavaIdentifierStart(text.charAt(0));
  }

  boolean isLineComment() {
    return text.startsWith("//");
  }

  boolean isComment() {
    return isLineComment() || text.startsWith("/*");
  }

  boolean opens() {
    return is("(") || is("[") || is("{");
  }

  boolean closes() {
    return is(")") || is("]") || is("}");
  }
}
