package tribune.shell.line;

/** How the program is used; decided before anything else. */
public enum Manner {
  /** One command, given as the arguments of the process. */
  ONE_SHOT("tribune "),
  /** Commands from standard input, which is no terminal. */
  SCRIPT(""),
  /** A person types at a prompt. */
  INTERACTIVE("");

  private final String program;

  Manner(String program) {
    this.program = program;
  }

  /** What the user types for that command here. */
  public String line(String command) {
    return program + command;
  }
}
