package tribune.shell.render;

/**
 * What a piece of text means to the reader. A renderer may show it as a colour; it never carries
 * anything that the words do not say.
 */
public enum Tone {
  PLAIN(""),
  STRONG("1"),
  FAINT("2"),
  NAME("36"),
  GOOD("32"),
  CAUTION("33"),
  BAD("1;31");

  private final String attributes;

  Tone(String attributes) {
    this.attributes = attributes;
  }

  /** The parameters of the ANSI "select graphic rendition" sequence; empty for none. */
  String attributes() {
    return attributes;
  }
}
