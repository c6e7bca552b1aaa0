package tribune.shell.render;

import java.util.function.IntSupplier;

/**
 * The last line of a terminal: written over again and again while something long goes on, and gone
 * when anything else is written. It is cleared with blanks, so the terminal needs to know nothing
 * but how to go back to the start of a line. Where standard error is no terminal, nothing is shown.
 *
 * <p>Safe for use by several threads.
 */
final class LiveLine {
  private final DataStream error;
  private final IntSupplier columns;
  private final boolean isSeen;
  private int shown;

  /**
   * @param columns how wide the terminal is
   * @param isSeen whether standard error is a terminal
   */
  LiveLine(DataStream error, IntSupplier columns, boolean isSeen) {
    this.error = error;
    this.columns = columns;
    this.isSeen = isSeen;
  }

  /**
   * Shows this instead of what it shows; cut to the width, as a line that wraps cannot be cleared.
   */
  synchronized void show(String what, Palette palette) {
    if (!isSeen) {
      return;
    }
    Text line =
        Text.of(what.substring(0, Math.min(what.length(), columns.getAsInt() - 1)), Tone.FAINT);
    write("\r" + palette.paint(line) + " ".repeat(Math.max(0, shown - line.width())));
    shown = line.width();
  }

  /** Takes it away, before something else is written. */
  synchronized void clear() {
    if (shown > 0) {
      write("\r" + " ".repeat(shown) + "\r");
      shown = 0;
    }
  }

  private void write(String text) {
    try {
      error.write(text);
    } catch (OutputFailed nowhereToSayIt) {
      // nobody sees how far it is; what goes on does not depend on that
    }
  }
}
