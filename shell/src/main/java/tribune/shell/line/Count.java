package tribune.shell.line;

/** How often an argument or an option is given. */
public enum Count {
  /** Exactly once. */
  ONE,
  /** Once or not at all. */
  OPTIONAL,
  /** At least once. */
  SEVERAL,
  /** Any number of times. */
  ANY;

  public boolean isRequired() {
    return this == ONE || this == SEVERAL;
  }

  public boolean isRepeatable() {
    return this == SEVERAL || this == ANY;
  }
}
