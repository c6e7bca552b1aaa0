package tribune.export;

/**
 * How cells are written where a spreadsheet program may open them. Such a program takes a text that
 * begins with certain characters for a formula, and a formula can send data away. Source: OWASP,
 * "CSV Injection".
 */
public enum CellText {
  /**
   * A text that begins like a formula, or with an apostrophe, gets an apostrophe in front, and
   * control characters other than tab, CR and LF become U+FFFD. Whoever takes one leading
   * apostrophe away has the text again.
   */
  GUARDED {
    @Override
    public String of(Cell cell) {
      String text = cell.plain();
      if (!(cell instanceof Cell.Text) || text.isEmpty()) {
        return text;
      }
      String printable = withoutControls(text);
      return FIRST.indexOf(printable.charAt(0)) < 0 ? printable : "'" + printable;
    }
  },
  /** As it is. */
  RAW {
    @Override
    public String of(Cell cell) {
      return cell.plain();
    }
  };

  /** Equals, plus, minus, at, tab, CR, LF, their full-width forms, and the mark itself. */
  private static final String FIRST = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20'";

  /** What is written for a cell. */
  public abstract String of(Cell cell);

  /** Nearly every text is without them, and is not copied. */
  private static String withoutControls(String text) {
    return text.chars().noneMatch(CellText::isControl)
        ? text
        : text.chars()
            .map(c -> isControl(c) ? '\ufffd' : c)
            .collect(StringBuilder::new, (all, c) -> all.append((char) c), StringBuilder::append)
            .toString();
  }

  private static boolean isControl(int c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7f && c < 0xa0);
  }
}
