package tribune.shell.render;

/** The three streams that a process is given. */
public enum StandardStream {
  INPUT(0),
  OUTPUT(1),
  ERROR(2);

  private final int descriptor;

  StandardStream(int descriptor) {
    this.descriptor = descriptor;
  }

  /** The number that POSIX gives it. */
  public int descriptor() {
    return descriptor;
  }
}
