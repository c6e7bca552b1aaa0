package tribune.rulebase.confinement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds the words of one rule file against what rules may write. */
final class SourceCheck {
  private static final String LIST = "`help allowed` lists what rules may touch";
  private static final String NO_CODE = "conditions compare, and consequences report or derive";
  private static final String ESCAPE = "\\u";

  private static final Set<String> REFUSED_SIGNS =
      Set.of(
          "{", "}", "[", "]", "@", "#", "`", "->", "::", "=", "++", "--", "+=", "-=", "*=", "/=",
          "%=", "&=", "|=", "^=");

  private final Scope scope;
  private final List<Word> words;
  private final List<Written> found = new ArrayList<>();

  /** Whether there is a type of that name; looking takes as long as reading a page of rules. */
  private final Map<String, Boolean> isThere = new HashMap<>();

  private int at;

  SourceCheck(Scope scope, List<Word> words) {
    this.scope = scope;
    this.words = words;
  }

  List<Written> found(String text) {
    escapes(text);
    while (at < words.size() - 1) {
      check(words.get(at));
      at++;
    }
    found.sort(Comparator.comparingInt(Written::line).thenComparingInt(Written::column));
    return List.copyOf(found);
  }

  /**
   * Java reads its escapes everywhere, in comments too: a name or the end of one could hide there.
   */
  private void escapes(String text) {
    int line = 1;
    for (String content : text.split("\n", -1)) {
      int at = content.indexOf(ESCAPE);
      if (at >= 0) {
        found.add(
            new Written(
                line,
                content.codePointCount(0, at) + 1,
                ESCAPE.length(),
                "what is written here could hide what it means",
                "write letters themselves, without `\\u`"));
      }
      line++;
    }
  }

  private void check(Word word) {
    if (word.is("import")) {
      imported(word);
    } else if (word.isName()) {
      name(word);
    } else if (word.sort() == Word.Sort.SIGN && REFUSED_SIGNS.contains(word.text())) {
      refuse(word, "`" + word.text() + "` has no place in a rule file", NO_CODE);
    }
  }

  private void imported(Word word) {
    StringBuilder name = new StringBuilder();
    while (ahead(1).line() == word.line()
        && !ahead(1).is(";")
        && ahead(1).sort() != Word.Sort.END) {
      at++;
      name.append(name.length() > 0 && afterName() ? " " : "").append(words.get(at).text());
    }
    if (!scope.isImport(name.toString())) {
      refuse(
          word,
          "a rule file may not import " + name,
          "tribune.decision.* and tribune.rulebase.language.* are there for rules");
    }
  }

  private boolean afterName() {
    return words.get(at).isName() && words.get(at - 1).isName();
  }

  private void name(Word word) {
    boolean isMember = ahead(-1).is(".");
    if (scope.isRefused(word.text())) {
      refuse(word, "`" + word.text() + "` has no place in a rule file", NO_CODE);
    } else if (word.is("new")) {
      made(word);
    } else if (word.is("declare")) {
      declared(ahead(1));
    } else if (!isMember && scope.beginsPackage(word.text()) && ahead(1).is(".")) {
      qualified(word);
    } else if (!isMember && word.isTypeName()) {
      type(word);
    } else if (ahead(1).is("(")) {
      called(word);
    }
  }

  private void made(Word word) {
    if (!ahead(-1).is("(") || !ahead(-2).is("insertLogical")) {
      refuse(
          word,
          "rules make nothing but derived facts",
          "write `insertLogical( new " + ahead(1).text() + "( ... ) );`");
    }
  }

  private void declared(Word type) {
    if (!type.isName() || scope.isThere(type.text())) {
      refuse(
          type.sort() == Word.Sort.END ? words.get(at) : type,
          "a declared fact may not be called " + type.text(),
          "there is a type of this name already");
    } else if (!type.isTypeName()) {
      refuse(
          type, "`declare " + type.text() + "` has no place in a rule file", "declare facts alone");
    }
  }

  private void qualified(Word first) {
    StringBuilder name = new StringBuilder(first.text());
    while (ahead(1).is(".") && ahead(2).isName()) {
      name.append('.').append(ahead(2).text());
      at += 2;
    }
    if (!scope.isListed(name.toString())) {
      refuse(first, name + " is nothing that rules may touch", LIST);
    } else if (ahead(1).is("(") && !isTypeOfPattern()) {
      called(words.get(at));
    }
  }

  private boolean isTypeOfPattern() {
    return words.get(at).isTypeName();
  }

  private void type(Word word) {
    if (!scope.isListedAlone(word.text()) && isThere.computeIfAbsent(word.text(), scope::isThere)) {
      refuse(word, word.text() + " is nothing that rules may touch", LIST);
    }
  }

  private void called(Word word) {
    boolean isMember = ahead(-1).is(".");
    boolean known =
        isMember
            ? scope.isMethod(word.text())
            : scope.mayStandBeforeParenthesis(word.text()) || scope.isOfContract(word.text());
    if (!known) {
      refuse(word, "rules may not call " + word.text(), LIST);
    }
  }

  /** The word so many places after this one; the end stands on both sides of a file. */
  private Word ahead(int places) {
    int place = at + places;
    return place < 0 || place >= words.size() ? words.get(words.size() - 1) : words.get(place);
  }

  private void refuse(Word word, String what, String instead) {
    int length = Math.max(1, word.text().codePointCount(0, word.text().length()));
    found.add(new Written(word.line(), word.column(), length, what, instead));
  }
}
