package tribune.shell.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a text into lines of at most a number of columns, between words where it can and inside a
 * word that is longer than a line. No line begins or ends with a blank, except that the blanks a
 * text begins with stay.
 */
final class Wrap {

  private final int columns;
  private final List<Text> lines = new ArrayList<>();
  private List<Text.Span> line = new ArrayList<>();
  private int used;

  private Wrap(int columns) {
    this.columns = columns;
  }

  /** At least one line; one without words if the text has none. */
  static List<Text> lines(Text text, int columns) {
    Wrap wrap = new Wrap(Math.max(1, columns));
    wrap.place(pieces(text));
    wrap.endLine();
    return List.copyOf(wrap.lines);
  }

  /** Words and the blanks between them, each of one tone; a word may be several pieces. */
  private static List<Text.Span> pieces(Text text) {
    List<Text.Span> pieces = new ArrayList<>();
    for (Text.Span span : text.spans()) {
      int start = 0;
      String words = span.words();
      for (int at = 1; at <= words.length(); at++) {
        boolean ends =
            at == words.length() || (words.charAt(at) == ' ') != (words.charAt(start) == ' ');
        if (ends) {
          pieces.add(new Text.Span(words.substring(start, at), span.tone()));
          start = at;
        }
      }
    }
    return pieces;
  }

  private void place(List<Text.Span> pieces) {
    int next = 0;
    while (next < pieces.size()) {
      int end = next + 1;
      while (end < pieces.size() && isBlank(pieces.get(end)) == isBlank(pieces.get(next))) {
        end++;
      }
      List<Text.Span> run = pieces.subList(next, end);
      if (isBlank(pieces.get(next))) {
        placeBlanks(run, next == 0, pieces, end);
      } else {
        placeWord(run);
      }
      next = end;
    }
  }

  private void placeBlanks(
      List<Text.Span> blanks, boolean atStart, List<Text.Span> pieces, int next) {
    if (atStart) {
      blanks.forEach(this::append);
      return;
    }
    int wordWidth = 0;
    for (int at = next; at < pieces.size() && !isBlank(pieces.get(at)); at++) {
      wordWidth += Text.width(pieces.get(at).words());
    }
    if (wordWidth == 0) {
      return;
    }
    if (used + width(blanks) + wordWidth <= columns) {
      blanks.forEach(this::append);
    } else if (used > 0) {
      endLine();
    }
  }

  private void placeWord(List<Text.Span> word) {
    for (Text.Span part : word) {
      StringBuilder fits = new StringBuilder();
      for (int character : part.words().codePoints().toArray()) {
        int width = Text.width(Character.toString(character));
        if (used + Text.width(fits.toString()) + width > columns && used + fits.length() > 0) {
          append(new Text.Span(fits.toString(), part.tone()));
          endLine();
          fits.setLength(0);
        }
        fits.appendCodePoint(character);
      }
      append(new Text.Span(fits.toString(), part.tone()));
    }
  }

  private void append(Text.Span span) {
    if (!span.words().isEmpty()) {
      line.add(span);
      used += Text.width(span.words());
    }
  }

  private void endLine() {
    lines.add(new Text(line));
    line = new ArrayList<>();
    used = 0;
  }

  private static int width(List<Text.Span> spans) {
    return spans.stream().mapToInt(span -> Text.width(span.words())).sum();
  }

  private static boolean isBlank(Text.Span span) {
    return span.words().charAt(0) == ' ';
  }
}
