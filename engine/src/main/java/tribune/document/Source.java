package tribune.document;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A named text that diagnostics point into: a file, standard input, or a string of a test. Lines
 * end at a line feed, a carriage return, or both. Immutable.
 */
public final class Source {
  /** How large a file may be. */
  public static final int LIMIT_BYTES = 1 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  private final String name;
  private final String text;

  /** The number of the first line: a source may be a part of a longer file. */
  private final int first;

  /** Where each line starts, in chars and in code points. */
  private final int[] starts;

  private final int[] startPoints;

  private Source(String name, String text, int first) {
    if (first < 1) {
      throw new IllegalArgumentException("lines are counted from 1, not from " + first);
    }
    this.name = requireNonNull(name, "name");
    this.first = first;
    this.text = withoutHalves(withoutMark(text));
    int lines = countLines(this.text);
    this.starts = new int[lines];
    this.startPoints = new int[lines];
    findLines();
  }

  public static Source of(String name, String text) {
    return new Source(name, text, 1);
  }

  /**
   * The text of a file: strict UTF-8, with or without a byte order mark.
   *
   * @return a diagnostic if it is too long or not UTF-8; never throws
   */
  public static Reading<Source> decode(String name, byte[] bytes) {
    return decode(name, bytes, 1);
  }

  /**
   * The same for some lines of a file that may be longer; places count in that file.
   *
   * @param first the number of the first of these lines
   */
  public static Reading<Source> decode(String name, byte[] bytes, int first) {
    if (bytes.length > LIMIT_BYTES) {
      return Reading.faulty(tooLong(name, bytes.length));
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      Source before = new Source(name, out.flip().toString() + REPLACEMENT, first);
      return Reading.faulty(notUtf8(before, bytes[in.position()]));
    }
    return new Reading.Sound<>(new Source(name, out.flip().toString(), first), List.of());
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** How many lines there are; at least one. */
  public int lines() {
    return starts.length;
  }

  /** The text of a line, by its number in the file, without its end. */
  public String line(int number) {
    int index = number - first;
    int from = starts[index];
    int to = index + 1 < starts.length ? starts[index + 1] : text.length();
    while (to > from && isLineEnd(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /**
   * The place between two offsets in code points, cut at the end of its first line. Offsets outside
   * the text are moved into it.
   */
  public Place span(int from, int to) {
    int at = Math.max(0, from);
    int found = Arrays.binarySearch(startPoints, at);
    int index = found >= 0 ? found : -found - 2;
    String line = line(first + index);
    int width = line.codePointCount(0, line.length());
    int column = Math.min(at - startPoints[index], width);
    int length = Math.min(Math.max(to - at, 0), width - column);
    return new Place(first + index, column + 1, length);
  }

  @Override
  public String toString() {
    return name;
  }

  private static Diagnostic tooLong(String name, int length) {
    return Diagnostic.of(
            DocumentCode.TOO_LARGE, of(name, ""), "the file is too large: " + length + " bytes")
        .note("a file may have " + LIMIT_BYTES + " bytes (1 MiB)");
  }

  private static Diagnostic notUtf8(Source upToThere, byte offending) {
    int points = upToThere.text.codePointCount(0, upToThere.text.length());
    String found = String.format(java.util.Locale.ROOT, "0x%02X", offending);
    return Diagnostic.of(
            DocumentCode.NOT_UTF_8, upToThere, "the file is not UTF-8: byte " + found + " here")
        .at(upToThere.span(points - 1, points))
        .note("save the file as UTF-8 and read it again");
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  /** Half of a surrogate pair is no character; it becomes the replacement character. */
  private static String withoutHalves(String text) {
    if (text.codePoints().noneMatch(Source::isHalf)) {
      return text;
    }
    return text.codePoints()
        .map(point -> isHalf(point) ? REPLACEMENT : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isHalf(int point) {
    return Character.getType(point) == Character.SURROGATE;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private static int countLines(String text) {
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      if (endsLine(text, i)) {
        lines++;
      }
    }
    return lines;
  }

  private static boolean endsLine(String text, int i) {
    char c = text.charAt(i);
    return c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
  }

  private void findLines() {
    int line = 0;
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean secondHalf =
          i > 0
              && Character.isLowSurrogate(text.charAt(i))
              && Character.isHighSurrogate(text.charAt(i - 1));
      points += secondHalf ? 0 : 1;
      if (endsLine(text, i)) {
        line++;
        starts[line] = i + 1;
        startPoints[line] = points;
      }
    }
  }
}
