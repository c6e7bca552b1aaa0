package tribune.shell;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What this process was told to do, for others that find the home in use.
 *
 * @param words such as {@code tribune audit bags.yaml}
 */
record Purpose(long pid, String words) {
  private static final Pattern PASSWORD = Pattern.compile("(?i)([a-z]*password=)[^&\\s]*");
  private static final Pattern BEFORE_HOST = Pattern.compile("//[^/\\s?]*@");

  static Purpose of(List<String> arguments) {
    String words = ("tribune " + String.join(" ", arguments)).strip();
    return new Purpose(ProcessHandle.current().pid(), withoutPasswords(words));
  }

  /** A password has no place in a URL and is refused there; but this is told to others. */
  private static String withoutPasswords(String words) {
    String hidden = PASSWORD.matcher(words).replaceAll("$1...");
    return BEFORE_HOST.matcher(hidden).replaceAll("//...@");
  }
}
