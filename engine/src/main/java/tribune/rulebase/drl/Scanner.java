package tribune.rulebase.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tribune.document.Diagnostic;
import tribune.document.Source;

/**
 * Cuts a rule file into tokens. A text ends on the line on which it begins, closed or not, so that
 * a forgotten quote does not swallow the rules below it.
 */
final class Scanner {
  private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
  private static final Pattern NUMBER = Pattern.compile("[0-9][0-9_]*(?:\\.[0-9]+)?[A-Za-z]*");
  private static final Pattern TEXT =
      Pattern.compile("\"(?:[^\"\\\\\r\n]|\\\\[^\r\n])*+\"?|'(?:[^'\\\\\r\n]|\\\\[^\r\n])*+'?");
  private static final Pattern SIGN = Pattern.compile("==|!=|<=|>=|&&|\\|\\||:=|!\\.|(?s:.)");
  private static final Pattern LINE_COMMENT = Pattern.compile("//[^\r\n]*");

  private final Source source;
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Diagnostic> mistakes = new ArrayList<>();
  private int at;

  Scanner(Source source) {
    this.source = source;
    this.text = source.text();
  }

  Script script() {
    while (at < text.length()) {
      next();
    }
    tokens.add(new Token(Token.Kind.END, "", text.length()));
    mistakes.addAll(HiddenCharacters.in(source));
    return new Script(source, tokens, mistakes);
  }

  private void next() {
    char here = text.charAt(at);
    if (Character.isWhitespace(here) || Character.isISOControl(here)) {
      at++;
    } else if (text.startsWith("//", at)) {
      at = end(LINE_COMMENT);
    } else if (text.startsWith("/*", at)) {
      comment();
    } else if (here == '"' || here == '\'') {
      quoted();
    } else if (here >= '0' && here <= '9') {
      add(Token.Kind.NUMBER, end(NUMBER));
    } else {
      int end = end(WORD);
      add(end > at ? Token.Kind.WORD : Token.Kind.SIGN, end > at ? end : end(SIGN));
    }
  }

  private void comment() {
    int close = text.indexOf("*/", at + 2);
    if (close < 0) {
      mistakes.add(
          Diagnostic.of(DrlCode.UNCLOSED_COMMENT, source, "this comment never ends")
              .at(Script.place(source, at, at + 2))
              .note("write `*/` where it ends; everything up to the end of the file is in it"));
      at = text.length();
    } else {
      at = close + 2;
    }
  }

  private void quoted() {
    int end = end(TEXT);
    boolean isClosed = end - at > 1 && text.charAt(end - 1) == text.charAt(at);
    if (!isClosed) {
      mistakes.add(
          Diagnostic.of(DrlCode.UNCLOSED_TEXT, source, "this text is never closed")
              .at(Script.place(source, at, end))
              .note("write " + text.charAt(at) + " where it ends; a text stands on one line"));
    }
    add(Token.Kind.TEXT, end);
  }

  private void add(Token.Kind kind, int end) {
    tokens.add(new Token(kind, text.substring(at, end), at));
    at = end;
  }

  private int end(Pattern pattern) {
    Matcher found = pattern.matcher(text).region(at, text.length());
    return found.lookingAt() ? found.end() : at;
  }
}
