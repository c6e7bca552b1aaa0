package tribune.trail;

/** Checks of the texts that records are made of. */
final class Required {
  /** How long a name may be: of a person, a host, a version. */
  static final int MAX_NAME_CHARS = 200;

  private Required() {}

  /** A text of one line that is not blank. */
  static String name(String text, String what) {
    boolean oneLine = text.chars().noneMatch(Character::isISOControl);
    if (text.isBlank() || !oneLine || text.length() > MAX_NAME_CHARS) {
      throw new IllegalArgumentException(
          what
              + ": found '"
              + text
              + "', expected one line of 1 to "
              + MAX_NAME_CHARS
              + " characters");
    }
    return text;
  }
}
