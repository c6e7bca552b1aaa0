package tribune.rulebase.layout;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lays out a rule file: {@code rule}, {@code when}, {@code then} and {@code end} on lines of their
 * own, what is between them four blanks in, and what goes on within brackets under the first word
 * after the bracket. Where a line ends is left to the author; so are up to two blank lines between
 * rules, and one within.
 */
final class DrlLayout {
  private static final Set<String> SPACED =
      Set.of("==", "!=", "<=", ">=", "&&", "||", ":=", ":", "->");
  private static final Set<String> CLINGING = Set.of(",", ";", ".", "::");

  /** Words that are no name of what the bracket after them belongs to. */
  private static final Set<String> BEFORE_BRACKET =
      Set.of(
          "in",
          "not",
          "exists",
          "and",
          "or",
          "from",
          "contains",
          "excludes",
          "matches",
          "memberOf",
          "return",
          "if",
          "for",
          "while",
          "switch",
          "catch");

  private static final int MOST_BLANK_LINES = 2;

  private final List<DrlToken> tokens;
  private final DrlPage page = new DrlPage();
  private Part part = Part.TOP;
  private int at;

  /** Where in the file the next word stands. */
  private enum Part {
    TOP,
    DECLARATION,
    HEAD,
    CONDITIONS,
    CONSEQUENCE;

    boolean isBody() {
      return this == DECLARATION || this == CONDITIONS || this == CONSEQUENCE;
    }
  }

  private DrlLayout(List<DrlToken> tokens) {
    this.tokens = tokens;
  }

  /** The text of a sound rule file, laid out. */
  static String of(String text) {
    DrlLayout layout = new DrlLayout(DrlToken.of(text));
    while (layout.at < layout.tokens.size()) {
      layout.next();
      layout.at++;
    }
    return layout.page.text();
  }

  private void next() {
    DrlToken token = tokens.get(at);
    Part before = part;
    boolean isOutside = page.isOutsideBrackets();
    boolean leaves = isOutside && leaves(token);
    enter(token, isOutside);
    if (token.isComment() && token.breaks() == 0 && at > 0) {
      page.add(token, 1);
    } else if (at == 0) {
      page.add(token, 0);
    } else if (leaves || breaksBefore(token, before)) {
      page.beginLine(blankLines(token, before, leaves), isInBody(token, before));
      page.add(token, 0);
    } else {
      page.add(token, before == Part.HEAD && token.breaks() > 0 ? 1 : gap(token));
    }
    if (leaves && token.is("end")) {
      part = Part.TOP;
    }
  }

  /** Whether the token ends the part before it. */
  private boolean leaves(DrlToken token) {
    return switch (part) {
      case HEAD -> token.is("when") || token.is("then");
      case CONDITIONS -> token.is("then");
      case CONSEQUENCE, DECLARATION -> token.is("end");
      case TOP -> false;
    };
  }

  private void enter(DrlToken token, boolean isOutside) {
    if (!isOutside) {
      return;
    }
    if (part == Part.TOP && startsLine() && token.is("rule")) {
      part = Part.HEAD;
    } else if (part == Part.TOP && startsLine() && token.is("declare")) {
      part = Part.DECLARATION;
    } else if (part == Part.HEAD && token.is("when")) {
      part = Part.CONDITIONS;
    } else if ((part == Part.HEAD || part == Part.CONDITIONS) && token.is("then")) {
      part = Part.CONSEQUENCE;
    }
  }

  private boolean startsLine() {
    return at == 0 || tokens.get(at).breaks() > 0 || previous().is("end") || previous().is(";");
  }

  private boolean breaksBefore(DrlToken token, Part before) {
    boolean afterMark = before != Part.TOP && isMark(previous());
    boolean opensPart = before == Part.TOP && part != Part.TOP;
    boolean goesOn = before == Part.HEAD && !previous().isLineComment() && !token.isComment();
    return afterMark || opensPart || afterEnd(before) || (token.breaks() > 0 && !goesOn);
  }

  private boolean afterEnd(Part before) {
    return before == Part.TOP && previous().is("end");
  }

  /** The words that stand alone on their line. */
  private boolean isMark(DrlToken token) {
    return switch (part) {
      case CONDITIONS -> token.is("when");
      case CONSEQUENCE -> token.is("then") || token.is("when") || token.is("end");
      case DECLARATION -> token.is("end");
      case TOP, HEAD -> false;
    };
  }

  private boolean isInBody(DrlToken token, Part before) {
    return part.isBody() && part == before && !isMark(token);
  }

  private int blankLines(DrlToken token, Part before, boolean leaves) {
    int written = Math.max(0, token.breaks() - 1);
    if (leaves || (before != Part.TOP && isMark(previous())) || before == Part.HEAD) {
      return 0;
    }
    if (before != Part.TOP) {
      return Math.min(1, written);
    }
    return Math.max(
        afterEnd(before) || endsHeader(token) ? 1 : 0, Math.min(MOST_BLANK_LINES, written));
  }

  /**
   * Whether the file's header gives way to something else: package to imports, imports to rules.
   */
  private boolean endsHeader(DrlToken token) {
    Optional<String> above = page.firstWordOfLine();
    boolean isHeader = above.filter(it -> it.equals("package") || it.equals("import")).isPresent();
    return isHeader && !above.get().equals(token.text());
  }

  private int gap(DrlToken token) {
    DrlToken previous = previous();
    if (CLINGING.contains(token.text()) || previous.is(".") || previous.is("::")) {
      return 0;
    }
    if (previous.is("(")) {
      return token.is(")") ? 0 : 1;
    }
    if (token.is(")") || previous.is(",") || previous.isComment()) {
      return 1;
    }
    if (SPACED.contains(token.text()) || SPACED.contains(previous.text())) {
      return 1;
    }
    if (token.is("(") && previous.isWord()) {
      return BEFORE_BRACKET.contains(previous.text()) ? 1 : 0;
    }
    return Math.min(1, token.blanks());
  }

  private DrlToken previous() {
    return tokens.get(at - 1);
  }
}
