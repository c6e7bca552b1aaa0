package tribune.rulebase.analysis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tribune.document.Place;
import tribune.document.Source;

/** Finds where words of a rule stand in its file. */
final class Words {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+|[^\\s]");

  private Words() {}

  /** The place of these words at or after another place, whatever space is between them. */
  static Place after(Place start, String words, Source source) {
    String text = source.text();
    int from = offset(start, source);
    Matcher found = Pattern.compile(pattern(words)).matcher(text);
    return found.find(from)
        ? source.span(points(text, found.start()), points(text, found.end()))
        : start;
  }

  private static String pattern(String words) {
    return WORD.matcher(words)
        .results()
        .map(word -> Pattern.quote(word.group()))
        .collect(Collectors.joining("\\s*"));
  }

  private static int points(String text, int chars) {
    return text.codePointCount(0, chars);
  }

  /** Lines keep their ends, so that the lines before a place add up to where it is. */
  private static int offset(Place place, Source source) {
    Matcher ends = Pattern.compile("\r\n|\r|\n").matcher(source.text());
    int start = 0;
    for (int line = 1; line < place.line() && ends.find(); line++) {
      start = ends.end();
    }
    return source
        .text()
        .offsetByCodePoints(start, Math.min(place.column() - 1, codePointsLeft(source, start)));
  }

  private static int codePointsLeft(Source source, int start) {
    return source.text().codePointCount(start, source.text().length());
  }
}
