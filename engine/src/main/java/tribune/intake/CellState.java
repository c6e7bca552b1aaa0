package tribune.intake;

/** Where in a row of comma-separated values (RFC 4180) a reader is after a character. */
enum CellState {
  START,
  PLAIN,
  QUOTED,
  /** Behind a quote within quotes: the end of the cell, or the first of two that stand for one. */
  CLOSED,
  /** Behind something that cannot follow a closed cell. */
  BROKEN;

  private static final char QUOTE = '"';
  private static final char COMMA = ',';

  CellState after(int c) {
    boolean isEnd = c == COMMA || c == '\n' || c == '\r';
    return switch (this) {
      case START -> c == QUOTE ? QUOTED : isEnd ? START : PLAIN;
      case PLAIN -> isEnd ? START : PLAIN;
      case QUOTED -> c == QUOTE ? CLOSED : QUOTED;
      case CLOSED -> c == QUOTE ? QUOTED : isEnd ? START : BROKEN;
      case BROKEN -> BROKEN;
    };
  }
}
