package tribune.document;

/**
 * A line of a source as a terminal shows it, and the carets that go below. Tabs become blanks,
 * characters that cannot be seen are made visible, wide characters count twice, and a long line is
 * cut to the part around the carets.
 *
 * @param carets blanks and carets; the carets stand below the place
 */
record ShownLine(String text, String carets) {
  /** How many columns of a source line are shown. */
  static final int WIDTH = 100;

  private static final String CUT = "...";
  private static final int BEFORE_PLACE = WIDTH / 2;

  static ShownLine of(String line, Place place) {
    int[] points = line.codePoints().toArray();
    int first = Math.min(place.column() - 1, points.length);
    int from = firstShown(points, first);
    int to = lastShown(points, from);

    StringBuilder text = new StringBuilder(from > 0 ? CUT : "");
    StringBuilder carets = new StringBuilder(" ".repeat(text.length()));
    int end = first + Math.max(1, place.length());
    for (int i = from; i < to; i++) {
      String shown = Shown.character(points[i]);
      text.append(shown);
      if (i < end) {
        carets.append((i < first ? " " : "^").repeat(Shown.width(points[i])));
      }
    }
    if (carets.indexOf("^") < 0) {
      carets.append('^');
    }
    if (to < points.length) {
      text.append(CUT);
    }
    return new ShownLine(text.toString().stripTrailing(), carets.toString());
  }

  private static int firstShown(int[] points, int first) {
    if (width(points, 0, points.length) <= WIDTH) {
      return 0;
    }
    int from = first;
    int columns = 0;
    while (from > 0 && columns + Shown.width(points[from - 1]) <= BEFORE_PLACE) {
      from--;
      columns += Shown.width(points[from]);
    }
    return from;
  }

  private static int lastShown(int[] points, int from) {
    int to = from;
    int columns = 0;
    while (to < points.length && columns + Shown.width(points[to]) <= WIDTH) {
      columns += Shown.width(points[to]);
      to++;
    }
    return to;
  }

  private static int width(int[] points, int from, int to) {
    int columns = 0;
    for (int i = from; i < to && columns <= WIDTH; i++) {
      columns += Shown.width(points[i]);
    }
    return columns;
  }
}
