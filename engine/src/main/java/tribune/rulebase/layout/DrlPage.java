package tribune.rulebase.layout;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The lines of a rule file as they are put together, and the brackets that are open. */
final class DrlPage {
  private static final int STEP = 4;

  private final StringBuilder text = new StringBuilder();
  private final Deque<Bracket> open = new ArrayDeque<>();
  private String firstWord = "";
  private boolean atLineStart = true;
  private boolean inBody;

  /** Column of the first word of the line. */
  private int indent;

  /** Where the next character goes. */
  private int column;

  /**
   * An open bracket.
   *
   * @param indent of the line it stands in
   * @param inner the column of what follows it in that line; empty if nothing does
   */
  private record Bracket(int indent, Optional<Integer> inner) {}

  boolean isOutsideBrackets() {
    return open.isEmpty();
  }

  /** The first word of the line that is being written. */
  Optional<String> firstWordOfLine() {
    return firstWord.isEmpty() ? Optional.empty() : Optional.of(firstWord);
  }

  /** Ends the line; the next one is indented once it is known what it begins with. */
  void beginLine(int blankLines, boolean ofBody) {
    text.append("\n".repeat(blankLines + 1));
    atLineStart = true;
    inBody = ofBody;
  }

  void add(DrlToken token, int gap) {
    if (atLineStart) {
      indent = indentOf(token);
      text.append(" ".repeat(indent));
      column = indent;
      firstWord = token.text();
      atLineStart = false;
    } else {
      text.append(" ".repeat(gap));
      column += gap;
    }
    noteInner(token);
    if (token.closes() && !open.isEmpty()) {
      open.pop();
    }
    write(token.text());
    if (token.opens()) {
      open.push(new Bracket(indent, Optional.empty()));
    }
  }

  /** All lines, each with its end. */
  String text() {
    return text.length() == 0 ? "" : text + "\n";
  }

  private int indentOf(DrlToken token) {
    if (open.isEmpty()) {
      return inBody ? STEP : 0;
    }
    Bracket bracket = open.element();
    return token.closes() ? bracket.indent() : bracket.inner().orElse(bracket.indent() + STEP);
  }

  private void noteInner(DrlToken token) {
    if (!open.isEmpty()
        && open.element().inner().isEmpty()
        && !token.isComment()
        && !token.closes()) {
      Bracket bracket = open.pop();
      open.push(new Bracket(bracket.indent(), Optional.of(column)));
    }
  }

  private void write(String token) {
    String[] lines = token.split("\\r\\n|[\\r\\n]", -1);
    text.append(lines[0]);
    column += lines[0].length();
    for (int i = 1; i < lines.length; i++) {
      text.append('\n').append(lines[i]);
      column = lines[i].length();
    }
  }
}
