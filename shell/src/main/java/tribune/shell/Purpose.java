package tribune.shell;

import java.util.List;

/**
 * What this process was told to do, for others that find the home in use.
 *
 * @param words such as {@code tribune audit bags.yaml}
 */
record Purpose(long pid, String words) {

  static Purpose of(List<String> arguments) {
    return new Purpose(
        ProcessHandle.current().pid(), ("tribune " + String.join(" ", arguments)).strip());
  }
}
