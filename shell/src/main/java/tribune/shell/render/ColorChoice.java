package tribune.shell.render;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whether the user wants colours. */
public enum ColorChoice {
  /** On a terminal that has them, unless {@code NO_COLOR} is set. */
  AUTO,
  ALWAYS,
  NEVER;

  /** The word for it on a command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(ColorChoice::word).toList();
  }

  /**
   * The choice of that word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ColorChoice ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
