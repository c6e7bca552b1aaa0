package tribune.shell.line;

/** The part of help that a command is listed in; help shows them in this order. */
public enum Group {
  DECISIONS("Decisions"),
  RULES("Rules"),
  TRAIL("Trail and proofs"),
  PROGRAM("This program");

  private final String title;

  Group(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
