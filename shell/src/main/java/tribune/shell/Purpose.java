package tribune.shell;

import java.util.List;

/**
 * What this process was told to do, for others that find the home in use.
 *
 * @param words such as {@code tribune audit bags.yaml}
 */
record Purpose(String words) {

  static Purpose of(List<String> arguments) {
    return new Purpose(("tribune " + String.join(" ", arguments)).strip());
  }
}
