package tribune.rulebase;

/** Cuts what a rule says or reads to a length that a board reads and a record can hold. */
final class Brief {
  private static final int MOST_CHARACTERS = 400;
  private static final String MORE = "...";

  private Brief() {}

  static String text(String text) {
    if (text.codePointCount(0, text.length()) <= MOST_CHARACTERS) {
      return text;
    }
    int end = text.offsetByCodePoints(0, MOST_CHARACTERS - MORE.length());
    return text.substring(0, end) + MORE;
  }
}
