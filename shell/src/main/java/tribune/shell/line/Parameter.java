package tribune.shell.line;

/**
 * A positional argument of a command.
 *
 * @param name in upper case, as it is written in help: {@code FILE}
 * @param summary what it is, in one line
 */
public record Parameter(String name, Count count, String summary, Values values) {
  public Parameter {
    if (!name.matches("[A-Z][A-Z0-9@|.-]*")) {
      throw new IllegalArgumentException("not the name of a parameter: " + name);
    }
  }

  /** How it is written in a usage line: brackets mean that it may be left out. */
  String usage() {
    String word = count.isRepeatable() ? name + "..." : name;
    return count.isRequired() ? word : "[" + word + "]";
  }
}
