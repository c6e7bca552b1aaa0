package tribune.intake;

/** A line that was taken from a file and is not understood yet. Safe for use by several threads. */
public interface UnreadLine {
  /** How many bytes it has, or more precisely is kept of it. */
  int bytes();

  /** The proposal of the line, or all its mistakes; never throws. */
  ReadLine read();
}
