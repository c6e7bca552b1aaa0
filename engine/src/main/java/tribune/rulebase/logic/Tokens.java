package tribune.rulebase.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a constraint, in their order, with a look at what comes next. */
final class Tokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'"
              + "|[0-9]+(?:\\.[0-9]+)?[A-Za-z]*"
              + "|[\\p{L}_$][\\p{L}\\p{N}_$]*"
              + "|==|!=|<=|>=|&&|\\|\\||:=|\\S)");

  private final List<String> all = new ArrayList<>();
  private int at;

  Tokens(String text) {
    Matcher token = TOKEN.matcher(text);
    while (token.lookingAt()) {
      all.add(token.group(1));
      token.region(token.end(), text.length());
    }
  }

  boolean atEnd() {
    return at == all.size();
  }

  /** The next token, or nothing at the end. */
  String next() {
    return ahead(0);
  }

  /** The token so many places after the next one. */
  String ahead(int places) {
    return at + places < all.size() ? all.get(at + places) : "";
  }

  String take() {
    return atEnd() ? "" : all.get(at++);
  }

  boolean takeIf(String token) {
    boolean found = next().equals(token);
    at += found ? 1 : 0;
    return found;
  }

  int mark() {
    return at;
  }

  void back(int mark) {
    at = mark;
  }

  List<String> since(int mark) {
    return List.copyOf(all.subList(mark, at));
  }
}
