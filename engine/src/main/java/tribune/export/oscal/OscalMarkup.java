package tribune.export.oscal;

/**
 * Text of unknown origin where OSCAL takes markup: one line, nothing in it is markup. Source: OSCAL
 * data types, markup-line (CommonMark, and tildes, carets and braces).
 */
final class OscalMarkup {
  private static final String MARKUP = "\\`*_[]<>~^{}&!#|";

  private OscalMarkup() {}

  static String of(String text) {
    String line = OscalNames.line(text);
    StringBuilder escaped = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (MARKUP.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }
}
