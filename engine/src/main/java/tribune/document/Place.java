package tribune.document;

/**
 * Where something stands in a source.
 *
 * @param line from 1
 * @param column from 1, in Unicode code points
 * @param length how many code points of the line it covers; at least 1 when shown
 */
public record Place(int line, int column, int length) implements Comparable<Place> {
  /** The first character of a source. */
  public static final Place START = new Place(1, 1, 0);

  public Place {
    if (line < 1 || column < 1 || length < 0) {
      throw new IllegalArgumentException("no such place: " + line + ":" + column + "+" + length);
    }
  }

  @Override
  public int compareTo(Place other) {
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
