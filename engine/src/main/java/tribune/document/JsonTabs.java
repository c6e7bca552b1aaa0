package tribune.document;

/**
 * Tabs between the tokens of JSON. The YAML parser takes some of them for indentation; so, in texts
 * that begin like JSON, each is read as one blank. That moves nothing, so all places stay right.
 */
final class JsonTabs {
  private JsonTabs() {}

  static String blanked(String text) {
    String start = text.stripLeading();
    boolean json = start.startsWith("{") || start.startsWith("[");
    return json && text.indexOf('\t') >= 0 ? outsideStrings(text) : text;
  }

  private static String outsideStrings(String text) {
    StringBuilder blanked = new StringBuilder(text);
    boolean inString = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        inString = !inString;
      } else if (c == '\\' && inString) {
        i++;
      } else if (c == '\t' && !inString) {
        blanked.setCharAt(i, ' ');
      }
    }
    return blanked.toString();
  }
}
