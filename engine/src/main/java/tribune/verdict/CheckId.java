package tribune.verdict;

import java.util.regex.Pattern;

/** Names a check, such as {@code LTR-03}. */
public record CheckId(String text) implements Comparable<CheckId> {
  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]{1,7}-[0-9]{2,3}");

  public CheckId {
    if (!isWellFormed(text)) {
      throw new IllegalArgumentException("not a check id (such as LTR-03): " + text);
    }
  }

  public static boolean isWellFormed(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(CheckId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
